"""More attacks on the console than the guard's own list has: each must be refused before any engine sees it."""

from __future__ import annotations

from collections.abc import Iterator

_WRITING = (
    "CREATE (:X)", "MERGE (:X)", "MATCH (n) SET n.x = 1", "MATCH (n) REMOVE n.x", "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n", "FOREACH (x IN [1] | CREATE (:X))", "INSERT (:X)",
)  # fmt: skip
_WRAPPED = (
    "/* a */ {} /* b */", "//\n{}", "RETURN 1 AS a UNION {} RETURN 1 AS a", "CALL {{ {} }} RETURN 1",
    "UNWIND [1] AS u WITH u {} RETURN u", "WITH 1 AS w {}", "OPTIONAL MATCH (o) WITH o LIMIT 1 {}",
    "\ufeff{}", "\u00a0{}", "\u3000{}", "{};", "RETURN 1; {}",
)  # fmt: skip
_PROCEDURES = (
    "apoc.load.csv", "apoc.load.jdbc", "apoc.load.xml", "apoc.export.csv.all", "apoc.import.json",
    "apoc.cypher.run", "apoc.cypher.doIt", "apoc.periodic.iterate", "apoc.periodic.commit", "apoc.trigger.add",
    "apoc.refactor.mergeNodes", "apoc.create.node", "apoc.merge.node", "apoc.util.sleep", "apoc.systemdb.graph",
    "dbms.killQuery", "dbms.setConfigValue", "dbms.security.listUsers", "dbms.cluster.overview", "dbms.queryJmx",
    "dbms.functions", "dbms.upgrade", "db.clearQueryCaches", "db.checkpoint", "db.ping", "db.stats.clear",
    "db.create.setNodeVectorProperty", "db.index.fulltext.drop", "db.prepareForReplanning", "gds.graph.project",
    "gds.pageRank.write", "jdbc.query", "n10s.rdf.import.fetch", "tx.setMetaData", "cdc.query",
    "genai.vector.encodeBatch",
)  # fmt: skip
_FUNCTIONS = (
    "apoc.load.html", "apoc.util.md5", "apoc.cypher.runFirstColumnSingle", "java.lang.Runtime.getRuntime",
    "system.exec", "js.eval", "gds.util.asNode", "custom.anything", "graph.byName", "math.random.seed",
)  # fmt: skip
_COMMANDS = (
    "CREATE INDEX i FOR (n:X) ON (n.a)", "CREATE CONSTRAINT c FOR (n:X) REQUIRE n.a IS UNIQUE", "DROP CONSTRAINT c",
    "CREATE DATABASE x", "CREATE OR REPLACE DATABASE x", "CREATE ALIAS a FOR DATABASE b", "DROP ALIAS a FOR DATABASE",
    "CREATE ROLE r", "DROP ROLE r", "DROP USER neo4j", "ALTER DATABASE neo4j SET ACCESS READ ONLY",
    "SHOW FUNCTIONS", "SHOW SERVERS", "SHOW ROLES", "SHOW PRIVILEGES", "SHOW ALIASES FOR DATABASE",
    "SHOW HOME DATABASE",
    "SHOW SUPPORTED PRIVILEGES", "REALLOCATE DATABASES", "COMMIT", "BEGIN", "ROLLBACK", "CYPHER 5 RETURN 1",
    "CYPHER 25 RETURN 1", "EXPLAIN CREATE (n)", "PROFILE CREATE (n)", "USE graph.byName('system') RETURN 1",
)  # fmt: skip
_FILES = (
    "LOAD CSV FROM 'file:///etc/shadow' AS l RETURN l", "LOAD CSV FROM 'ftp://10.0.0.1/x' AS l RETURN l",
    "LOAD CSV FROM 'https://127.0.0.1:7474/' AS l RETURN l", "LOAD  \n CSV FROM $u AS l RETURN l",
    "LOAD /* x */ CSV WITH HEADERS FROM 'x' AS l FIELDTERMINATOR ';' RETURN l",
    "UNWIND ['a'] AS u LOAD CSV FROM u AS l RETURN l", "CALL { LOAD CSV FROM 'x' AS l RETURN l } RETURN l",
    "load csv from 'x' as l return l", "RETURN EXISTS { LOAD CSV FROM 'x' AS l RETURN l }",
)  # fmt: skip
_HIDDEN = (
    # keywords in letters that look like them are no keywords and name nothing; here they must be no way round the guard
    "MATCH (n) \u200bDELETE n", "MATCH (n) DEL\u200bETE n", "MATCH (n) \u202eETELED n", "MATCH (n)\u2028DELETE n",
    "MATCH (n)\u0085DELETE n", "MATCH (n)\x1cDELETE n", "MATCH (n)\x0bDELETE n", "MATCH (n)\u2060DELETE n",
    "MATCH (n) \\u0053ET n.x = 1", "MATCH (n) \\\\u0053ET n.x = 1", "RETURN '\\u0027 DELETE'", "RETURN \"\\U00000022\"",
    "MATCH (n) // x\rDELETE n", "MATCH (n) /* /* */ DELETE n", "MATCH (n) /**//**/DELETE n",
    "RETURN 'a' + 'b\\\\' DELETE n //'", "MATCH (n:```) DELETE n //`", "RETURN '\\'", "RETURN \u2018x\u2019",
    "MATCH (n) WHERE n.x = '' DELETE n", "RETURN {a: 1} DELETE n", "RETURN [1][0] DELETE n", "RETURN 1.e DELETE n",
    "MATCH (n) RETURN n AS a, n SET n.x = 1", "MATCH (n) WHERE (n.a) SET n.b = 1", "MATCH (n) WITH * SET n += {a: 1}",
)  # fmt: skip


def attacks() -> Iterator[str]:
    """Give every attack."""
    yield from (frame.format(text) for frame in _WRAPPED for text in _WRITING)
    yield from (f"CALL {name}('x')" for name in _PROCEDURES)
    yield from (f"CALL {name}() YIELD * RETURN 1" for name in _PROCEDURES[:10])
    yield from (f"RETURN {name}('x') AS x" for name in _FUNCTIONS)
    yield from (f"MATCH (n) WHERE {name}(n) RETURN n" for name in _FUNCTIONS[:5])
    yield from _COMMANDS
    yield from _FILES
    yield from _HIDDEN


GREEDY = (
    # reading, and so let pass; to be ended by the time or memory that a query may take
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN sum(a * b * c) AS s",
    "RETURN reduce(s = '', i IN range(1, 300000) | s + 'xxxxxxxxxx') AS s",
)  # fmt: skip
