"""HermiT's verdict: whether statements and ontology can all be true. Loaded by owlready2, run on Java."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import owlready2

from kg.errors import DependencyError, GraphError
from kg.reason.logic import Statement, ntriples
from kg.vocab import KG

JAR = Path(owlready2.__file__).parent / "hermit"


def java() -> str | None:
    """The Java runtime, when there is one."""
    return shutil.which(str(owlready2.JAVA_EXE))


def consistent(ontology: Iterable[Statement], statements: Iterable[Statement]) -> bool:
    """Whether the statements agree with the ontology and with one another.

    DependencyError without Java; GraphError when owlready2 or HermiT cannot read what it is given.
    """
    program = java()
    if program is None:
        raise DependencyError("Java is missing, so HermiT cannot run; install default-jre-headless (Debian)")
    world = owlready2.World()
    loaded = world.get_ontology(KG)
    loaded.load(fileobj=io.BytesIO(ntriples([*ontology, *statements])))
    if not list(loaded.classes()):
        raise GraphError("the ontology is empty after loading; is ontology/conflict.ttl complete?")
    with TemporaryDirectory(prefix="kg-check-") as folder:
        file = Path(folder) / "graph.nt"
        world.save(str(file), format="ntriples")
        world.close()
        return _satisfiable(program, file)


def _satisfiable(program: str, file: Path) -> bool:
    """Ask HermiT whether owl:Thing can have members. owlready2's own sync_reasoner also sorts every individual into
    every class, which takes ten times as long on thousands of claims and is not needed here."""
    classpath = f"{JAR}{os.pathsep}{JAR / 'HermiT.jar'}"
    command = [program, f"-Xmx{owlready2.reasoning.JAVA_MEMORY}M", "-cp", classpath]
    command += ["org.semanticweb.HermiT.cli.CommandLine", "-k", file.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    output = run.stdout + run.stderr
    if "is satisfiable" in output:
        return True
    if "not satisfiable" in output or "nconsistent" in output:
        return False
    raise GraphError(f"HermiT cannot reason about this graph: {' '.join(output.split())[:300]}")
