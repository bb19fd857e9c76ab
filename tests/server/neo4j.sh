#!/bin/sh
# Starts and stops a real Neo4j server for the tests, without Docker: Maven brings the libraries into .neo4j/, Java runs
# them. It listens on the loopback interface only.
#
#   tests/server/neo4j.sh start     prints the two variables that the tests read
#   tests/server/neo4j.sh stop
#   tests/server/neo4j.sh clean     stops it and removes its data
#
# NEO4J_VERSION (default 5.26.30, Java 17; versions from 2025 on need Java 21 or later), NEO4J_PORT (default 17687).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
version=${NEO4J_VERSION:-5.26.30}
port=${NEO4J_PORT:-17687}
root=$(cd "$here/../.." && pwd)/.neo4j
lib=$root/lib-$version
home=$root/home-$version-$port
secret=$home/password
pid_file=$home/server.pid

running() { [ -f "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

fetch() {
    [ -f "$lib/.complete" ] && return
    command -v mvn >/dev/null || { echo "neo4j.sh: mvn is not installed; install Maven" >&2; exit 1; }
    echo "neo4j.sh: fetching Neo4j $version" >&2
    mvn -q -B -f "$here/pom.xml" -Dneo4j.version="$version" dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$lib" >&2
    touch "$lib/.complete"
}

configure() {
    mkdir -p "$home"
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
    python=$here/../../.venv/bin/python
    [ -x "$python" ] || python=python3
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
        fetch
        configure
        nohup java -Xmx1g -cp "$lib/*" "$here/Neo4jServer.java" "$home" "$home/neo4j.conf" >"$home/server.log" 2>&1 &
        echo $! >"$pid_file"
        waited=0
        until grep -q '^started' "$home/server.log" 2>/dev/null; do
            running || { echo "neo4j.sh: the server did not start; see $home/server.log" >&2; exit 1; }
            [ "$waited" -lt 120 ] || { echo "neo4j.sh: the server is not up after 120 s" >&2; exit 1; }
            sleep 1
            waited=$((waited + 1))
        done
    fi
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
