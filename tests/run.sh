#!/usr/bin/env bash
# The README's test command: types of both sides, lint, a browser, then every test. Ends with one line, `N passed, N failed`.
set -euo pipefail
cd "$(dirname "$0")/.."

npm run --silent typecheck
npm run --silent lint
node --import tsx tests/support/require-browser.ts

report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
npx vitest run --reporter=default --reporter=json --outputFile.json="$report" "$@" || status=$?
node --import tsx tests/support/print-closing-line.ts "$report" || status=1
exit "$status"
