#!/usr/bin/env python3
"""Worked examples E1 to E6b, calculated apart from Footbridge.

Reads the input rows of a table of cases (columns example, kind, name, unit, value) and prints the whole
table, every output calculated from the definitions of the worked examples with 50 digits and rounded
half-up once, when printed. Nothing is read from the model text or the engine.

    python3 worked_examples.py cases.inputs.csv > cases.csv
    python3 worked_examples.py cases.csv --check

E2 reads the provider of E1, and E6b reads all the others; where the table has no inputs of one that is
read, those of the shipped table stand in. With --check the outputs in the table are compared with the
calculated ones, text by text.
"""

import csv
import sys
from decimal import ROUND_HALF_UP, Decimal

sys.dont_write_bytecode = True
from case_inputs import SHIPPED, Inputs, read  # noqa: E402
from examples_1_to_3 import example_1, example_2, example_3  # noqa: E402
from examples_4_to_6 import example_4, example_5, example_6a, example_6b  # noqa: E402

COLUMNS = ["example", "kind", "name", "unit", "value"]
EXAMPLES = {
    "E1": lambda of: example_1(of["E1"]),
    "E2": lambda of: example_2(of["E2"], of["E1"]),
    "E3": lambda of: example_3(of["E3"]),
    "E4": lambda of: example_4(of["E4"]),
    "E5": lambda of: example_5(of["E5"]),
    "E6a": lambda of: example_6a(of["E6a"]),
    "E6b": lambda of: example_6b(of["E6b"], of),
}


def printed(example, unit, value):
    if unit == "year" or (example, unit) == ("E1", "blocks"):
        return str(int(value))
    places = Decimal("0.0000000001") if unit in ("index", "factor") else Decimal("0.000001")
    rounded = Decimal(value).quantize(places, rounding=ROUND_HALF_UP)
    return str(abs(rounded) if rounded == 0 else rounded)


def calculate(rows):
    """Every output of the examples whose inputs are in the table."""
    own = {name: Inputs(rows, name) for name in EXAMPLES}
    shipped = read(SHIPPED)
    of = {name: inputs or Inputs(shipped, name) for name, inputs in own.items()}
    return [
        (example, name, unit, printed(example, unit, value))
        for example, outputs in EXAMPLES.items()
        if own[example]
        for name, unit, value in outputs(of)
    ]


def check(rows):
    expected = {(example, name): value for example, name, _, value in calculate(rows)}
    given = [r for r in rows if r["kind"] == "output" and r["example"] in EXAMPLES]
    wrong = [r for r in given if expected.get((r["example"], r["name"])) != r["value"]]
    for row in wrong:
        key = (row["example"], row["name"])
        print(f"{key}: {row['value']} in the table, {expected.get(key)} calculated")
    print(f"{len(given)} outputs compared, {len(wrong)} differ")
    return 1 if wrong or not given else 0


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    rows = read(arguments[0])
    if "--check" in arguments:
        return check(rows)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for row in rows:
        if row["kind"] == "input" and row["example"] in EXAMPLES:
            out.writerow([row[column] for column in COLUMNS])
    for example, name, unit, value in calculate(rows):
        out.writerow([example, "output", name, unit, value])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
