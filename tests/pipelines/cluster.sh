# A PostgreSQL server for a test: a cluster of its own in $tap_scratch, reached by a socket
# there and by nothing else, gone when the test ends, however it ends.
#
#   cluster_start || skip…        starts it; fails where PostgreSQL is not installed
#   ask DATABASE SQL              what psql prints: no heading, "|" between columns
#   address DATABASE [USER]       postgresql://…

cluster_bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | LC_ALL=C sort -V | tail -n 1)
cluster=$tap_scratch/cluster
export LC_ALL=C.UTF-8

# PostgreSQL's programs refuse to run as root: then the user that its package made runs them.
as_server () {
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
  else
    "$@"
  fi
}

cluster_stop () {
  as_server "$cluster_bin/pg_ctl" -D "$cluster/data" -m immediate -w stop > /dev/null 2>&1
}

cluster_start () {
  [ -x "$cluster_bin/initdb" ] && command -v psql > /dev/null || return 1
  if [ "$(id -u)" = 0 ]; then id postgres > /dev/null 2>&1 || return 1; fi
  mkdir "$cluster"
  chmod 755 "$tap_scratch" "$cluster"
  if [ "$(id -u)" = 0 ]; then chown postgres "$cluster"; fi
  as_server "$cluster_bin/initdb" -D "$cluster/data" -U clerk -A trust -E UTF8 -N > /dev/null 2>&1 \
    || return 1
  # Who has a password has to say it.
  as_server sh -c "{ echo 'local all guest scram-sha-256'; echo 'local all all trust'; } \
    > '$cluster/data/pg_hba.conf'"
  trap 'cluster_stop; rm -rf "$tap_scratch"' EXIT
  as_server "$cluster_bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w \
    -o "-k $cluster -c listen_addresses='' -c fsync=off -c max_connections=10" start \
    > /dev/null 2>&1 || return 1
  export PGHOST=$cluster PGUSER=clerk
  unset PGPASSWORD PGDATABASE PGSERVICE PGPORT
}

ask () { psql -qXtA -v ON_ERROR_STOP=1 -d "$1" -c "$2" 2>&1; }
address () { echo "postgresql://${2:-clerk}@/$1?host=$cluster"; }
