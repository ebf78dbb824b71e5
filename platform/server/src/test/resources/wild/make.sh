#!/usr/bin/env bash
# Saves the wild workbook of WildWorkbook by LibreOffice in each format that clerks send, into this folder.
# Run from the checkout after a build with tests: platform/server/src/test/resources/wild/make.sh
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")"
target=../../../../target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The writer of test workbooks is no part of the program.
writer=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}"/{org/dhatim/fastexcel,com/github/rzymek/opczip} -name '*.jar' | paste -sd :)
java -cp "$target/test-classes:$target/classes:$target/lib/*:$writer" org.lantian.ledger.WildWorkbook "$work/wild.xlsx"
convert() { # from, filter, to
    soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$2" --outdir "$work/out" "$1" > /dev/null
    cp "$work/out/$(basename "${1%.*}").${2%%:*}" "$3"
}
convert "$work/wild.xlsx" xlsx libreoffice.xlsx
convert "$work/wild.xlsx" xls libreoffice.xls
convert "$work/wild.xlsx" ods "$work/wild.ods"
convert "$work/wild.ods" xlsx libreoffice-from-ods.xlsx
# Of a workbook, one file a sheet: comma, quotation mark, UTF-8, all sheets.
soffice --headless "-env:UserInstallation=file://$work/profile" \
    --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$work/csv" "$work/wild.xlsx" > /dev/null
cp "$work/csv/wild-Sheet1.csv" libreoffice-table1.csv
cp "$work/csv/wild-废气治理.csv" libreoffice-table2.csv
