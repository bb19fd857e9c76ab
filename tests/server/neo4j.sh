#!/bin/sh
# Starts and stops a real Neo4j server for the tests, without Docker: Maven brings the libraries into .neo4j/, Java runs
# them. It listens on the loopback interface only.
#
#   tests/server/neo4j.sh start     prints the two variables that the tests read
#   tests/server/neo4j.sh stop
#   tests/server/neo4j.sh clean     stops it and removes its data
#
# NEO4J_VERSION   default 5.26.30, for Java 17 or 21; versions from 2025 on need Java 21 or later
# NEO4J_PORT      default 17687, or any free port if that one is taken
# NEO4J_HEAP      default 1g
# NEO4J_HOME      default .neo4j/home-VERSION
# JAVA            the Java to run it with; by default one that suits the version is looked for
set -eu

here=$(cd "$(dirname "$0")" && pwd)
version=${NEO4J_VERSION:-5.26.30}
heap=${NEO4J_HEAP:-1g}
root=$(cd "$here/../.." && pwd)/.neo4j
lib=$root/lib-$version
home=${NEO4J_HOME:-$root/home-$version}
secret=$home/password
pid_file=$home/server.pid
port_file=$home/port
python=$here/../../.venv/bin/python
[ -x "$python" ] || python=python3

running() { [ -f "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

fetch() {
    [ -f "$lib/.complete" ] && return
    command -v mvn >/dev/null || { echo "neo4j.sh: mvn is not installed; install Maven" >&2; exit 1; }
    echo "neo4j.sh: fetching Neo4j $version" >&2
    mvn -q -B -f "$here/pom.xml" -Dneo4j.version="$version" dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$lib" >&2
    touch "$lib/.complete"
}

java_version() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;' | head -n 1; }

find_java() {
    case $version in 5.*) least=17 ;; *) least=21 ;; esac
    [ -z "${JAVA:-}" ] || { echo "$JAVA"; return; }
    for candidate in "$(command -v java || true)" "${JAVA_HOME:-}/bin/java" /usr/lib/jvm/*/bin/java; do
        [ -x "$candidate" ] && [ "$(java_version "$candidate")" -ge "$least" ] && { echo "$candidate"; return; }
    done
    echo "neo4j.sh: Neo4j $version needs Java $least or later; install it, or name one in JAVA" >&2
    exit 1
}

find_port() {
    "$python" - "${NEO4J_PORT:-}" <<'PY'
import socket, sys

wanted = int(sys.argv[1]) if sys.argv[1] else 0
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", wanted or 17687))
    except OSError:
        if wanted:
            sys.exit(f"neo4j.sh: port {wanted} is taken; name another one in NEO4J_PORT")
        probe.bind(("127.0.0.1", 0))
    print(probe.getsockname()[1])
PY
}

configure() {
    cat >"$home/neo4j.conf" <<CONF
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:$port
server.bolt.advertised_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
db.memory.transaction.max=512m
CONF
}

first_password() {
    [ -f "$secret" ] && return
    # A new server asks for a password of one's own before it serves anything
    password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
    NEW_PASSWORD=$password "$python" - "$port" <<'PY'
import os, sys
from neo4j import GraphDatabase
with GraphDatabase.driver(f"bolt://127.0.0.1:{sys.argv[1]}", auth=("neo4j", "neo4j")) as driver:
    driver.execute_query(
        "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=os.environ["NEW_PASSWORD"], database_="system"
    )
PY
    (umask 077 && printf '%s' "$password" >"$secret")
}

start() {
    if ! running; then
        java=$(find_java)
        fetch
        mkdir -p "$home"
        port=$(find_port)
        echo "$port" >"$port_file"
        configure
        : >"$home/server.log" # the word of an earlier start must not be taken for that of this one
        nohup "$java" -Xmx"$heap" -cp "$lib/*" "$here/Neo4jServer.java" "$home" "$home/neo4j.conf" >"$home/server.log" 2>&1 &
        echo $! >"$pid_file"
        waited=0
        until grep -q '^started' "$home/server.log" 2>/dev/null; do
            running || { echo "neo4j.sh: the server did not start; see $home/server.log" >&2; exit 1; }
            [ "$waited" -lt 300 ] || { echo "neo4j.sh: the server is not up after 300 s" >&2; exit 1; }
            sleep 1
            waited=$((waited + 1))
        done
    fi
    port=$(cat "$port_file")
    first_password
    echo "export POLECORE_TEST_NEO4J=bolt://127.0.0.1:$port"
    echo "export POLECORE_TEST_NEO4J_PASSWORD=$(cat "$secret")"
}

stop() {
    running || { rm -f "$pid_file"; return; }
    kill "$(cat "$pid_file")"
    waited=0
    while running && [ "$waited" -lt 60 ]; do
        sleep 1
        waited=$((waited + 1))
    done
    running && { echo "neo4j.sh: the server does not stop" >&2; exit 1; }
    rm -f "$pid_file"
}

case ${1:-} in
    start) start ;;
    stop) stop ;;
    clean) stop && rm -rf "$home" ;;
    *) echo "usage: neo4j.sh start|stop|clean" >&2; exit 2 ;;
esac
