#!/usr/bin/env bash
# The recipes that need no server.
. "$(dirname "$0")/heed.sh"
. "$(dirname "$0")/recipe.sh"
recipes jq sqlite3 sqlite-utils duckdb
finish
