#!/usr/bin/env python3
"""Worked examples E1, E2 and E3, calculated apart from Footbridge.

Reads the input rows of a table of cases (columns example, kind, name, unit, value) and prints the whole
table, every output calculated from the definitions of the worked examples with 50 digits and rounded
half-up once, when printed. Nothing is read from the model text or the engine.

    python3 worked_examples.py cases.inputs.csv > cases.csv
    python3 worked_examples.py cases.csv --check

E2 reads the provider of E1; when the table has no inputs of E1, those of the shipped table stand in.
With --check the outputs in the table are compared with the calculated ones, text by text.
"""

import csv
import sys
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, getcontext
from pathlib import Path

getcontext().prec = 50

YEARS = ["2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21"]
FIRST, LAST = YEARS[0], YEARS[-1]
SHIPPED = Path(__file__).resolve().parents[3] / "models" / "examples" / "worked-examples.csv"
COLUMNS = ["example", "kind", "name", "unit", "value"]
ZERO, ONE, MILLION = Decimal(0), Decimal(1), Decimal(1_000_000)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Inputs:
    """The inputs of one example, percent as a fraction."""

    def __init__(self, rows, example):
        self.values = {}
        for row in rows:
            if row["example"] == example and row["kind"] == "input":
                value = Decimal(row["value"])
                percent = row["unit"].startswith("percent")
                self.values[row["name"]] = value / 100 if percent else value

    def __bool__(self):
        return bool(self.values)

    def __call__(self, name):
        return self.values[name]

    def or_zero(self, name):
        return self.values.get(name, ZERO)


def compounded(start, growth_by_year):
    """start, then start grown by each year's growth in turn."""
    series = [start]
    for growth in growth_by_year:
        series.append(series[-1] * (ONE + growth))
    return series


def blocks_for(volume, size):
    return (volume / size).to_integral_value(rounding=ROUND_CEILING)


def price_index(e1):
    return compounded(ONE, [e1(f"provider_inflation_{year}") for year in YEARS[1:]])


def provider_cost(e1):
    """Fixed cost stays, semi-fixed cost comes in whole blocks, variable cost follows volume."""
    base = e1("base_cost_2015/16")
    volume = compounded(e1("base_spells_2015/16"), [e1("activity_growth_every_year")] * 5)
    blocks = [blocks_for(each, e1("spells_per_block")) for each in volume]
    fixed = base * e1("fixed_share")
    one_block = base * e1("semi_fixed_share") / blocks[0]
    one_spell = base * e1("variable_share") / volume[0]
    prices = price_index(e1)
    stepped = [
        (fixed + one_block * block + one_spell * spells) * price
        for block, spells, price in zip(blocks, volume, prices)
    ]
    linear = [base * spells / volume[0] * price for spells, price in zip(volume, prices)]
    return volume, blocks, prices, stepped, linear


def example_1(e1):
    volume, blocks, prices, stepped, linear = provider_cost(e1)
    for i, year in enumerate(YEARS):
        yield f"spells_{year}", "spells", volume[i]
        yield f"blocks_{year}", "blocks", blocks[i]
        yield f"price_index_{year}", "index", prices[i]
        yield f"provider_cost_step_{year}", "gbp_m", stepped[i]
        yield f"provider_cost_linear_{year}", "gbp_m", linear[i]
    base = e1("base_cost_2015/16")
    total = [ZERO] * len(YEARS)
    for part in ["pay", "drugs", "capital", "other"]:
        rates = [e1(f"component_inflation_{part}_{year}") for year in YEARS[1:]]
        series = compounded(base * e1(f"component_weight_{part}"), rates)
        total = [a + b for a, b in zip(total, series)]
        for i, year in enumerate(YEARS):
            yield f"component_{part}_{year}", "gbp_m", series[i]
    for i, year in enumerate(YEARS):
        yield f"component_total_{year}", "gbp_m", total[i]
        yield f"overall_rate_total_{year}", "gbp_m", base * prices[i]


def example_2(e2, e1):
    volume_growth = e1("activity_growth_every_year")
    inflation = [e1(f"provider_inflation_{year}") for year in YEARS[1:]]
    cost = provider_cost(e1)[3]
    allocation = compounded(
        e2("allocation_2015/16"), [e2(f"allocation_growth_{year}") for year in YEARS[1:]]
    )
    prescribing = compounded(e2("prescribing_2015/16"), [e2("prescribing_growth")] * 5)
    chc = compounded(e2("chc_2015/16"), [e2("chc_growth")] * 5)
    community_volume = e2("community_mh_volume_growth")
    community = compounded(
        e2("community_mh_2015/16"),
        [(ONE + community_volume) * (ONE + rate) - ONE for rate in inflation],
    )
    running = e2("running_costs_flat")

    def positions(efficiency):
        contract = compounded(
            e2("acute_contract_2015/16"),
            [(ONE + volume_growth) * (ONE + rate) * (ONE - efficiency) - ONE for rate in inflation],
        )
        spend = [sum(parts) + running for parts in zip(contract, prescribing, chc, community)]
        ccg = [a - s for a, s in zip(allocation, spend)]
        provider = [c - k for c, k in zip(contract, cost)]
        return contract, spend, ccg, provider, [c + p for c, p in zip(ccg, provider)]

    contract, spend, ccg, provider, system = positions(e2("tariff_efficiency_every_year"))
    for i, year in enumerate(YEARS):
        yield f"allocation_{year}", "gbp_m", allocation[i]
        yield f"acute_contract_{year}", "gbp_m", contract[i]
        yield f"prescribing_{year}", "gbp_m", prescribing[i]
        yield f"chc_{year}", "gbp_m", chc[i]
        yield f"community_mh_{year}", "gbp_m", community[i]
        yield f"ccg_spend_{year}", "gbp_m", spend[i]
        yield f"ccg_position_{year}", "gbp_m", ccg[i]
        yield f"provider_position_{year}", "gbp_m", provider[i]
        yield f"system_position_{year}", "gbp_m", system[i]
    _, _, ccg, provider, same_system = positions(ZERO)
    for i, year in enumerate(YEARS):
        yield f"ccg_position_no_efficiency_{year}", "gbp_m", ccg[i]
        yield f"provider_position_no_efficiency_{year}", "gbp_m", provider[i]
        yield f"system_position_no_efficiency_{year}", "gbp_m", same_system[i]
    for i, year in enumerate(YEARS[1:], start=1):
        yield f"cumulative_system_position_2016/17_to_{year}", "gbp_m", sum(system[1 : i + 1])


def example_3(e3):
    unit_cost = e3("unit_cost_inflation")
    need = {
        group: compounded(
            e3(f"need_{group}_2015/16"),
            [(ONE + e3(f"demand_growth_{group}")) * (ONE + unit_cost) - ONE] * 5,
        )
        for group in ["older", "working_age"]
    }
    total = [a + b for a, b in zip(need["older"], need["working_age"])]
    tax_base = compounded(e3("tax_base_2015/16"), [e3("tax_base_growth")] * 5)
    share = e3("share_of_national_ibcf_and_grant")
    for path in ["2pct", "3pct"]:
        band_d, element, added_up = e3("band_d_2015/16"), ZERO, ZERO
        for i, year in enumerate(YEARS):
            if i > 0:
                rate = e3(f"{path}_precept_rate_{year}")
                element += rate * band_d
                band_d *= ONE + e3("core_council_tax_rise") + rate
            income = element * tax_base[i] / MILLION
            national = e3.or_zero(f"national_ibcf_{year}") + e3.or_zero(f"national_asc_grant_{year}")
            resources = e3("base_budget_flat_cash") + income + share * national
            position = resources - total[i]
            yield f"{path}_band_d_{year}", "gbp", band_d
            yield f"{path}_asc_band_d_element_{year}", "gbp", element
            yield f"{path}_precept_income_{year}", "gbp_m", income
            yield f"{path}_resources_{year}", "gbp_m", resources
            yield f"{path}_position_{year}", "gbp_m", position
            if i > 0:
                added_up += position
                yield f"{path}_cumulative_position_2016/17_to_{year}", "gbp_m", added_up
    for i, year in enumerate(YEARS):
        yield f"need_older_{year}", "gbp_m", need["older"][i]
        yield f"need_working_age_{year}", "gbp_m", need["working_age"][i]
        yield f"need_total_{year}", "gbp_m", total[i]


def printed(unit, value):
    if unit == "blocks":
        return str(int(value))
    places = Decimal("0.0000000001") if unit == "index" else Decimal("0.000001")
    rounded = value.quantize(places, rounding=ROUND_HALF_UP)
    return str(abs(rounded) if rounded == 0 else rounded)


def calculate(rows):
    """Every output of the examples whose inputs are in the table."""
    e1, e2, e3 = (Inputs(rows, name) for name in ["E1", "E2", "E3"])
    outputs = []
    if e1:
        outputs += [("E1", *each) for each in example_1(e1)]
    if e2:
        outputs += [("E2", *each) for each in example_2(e2, e1 or Inputs(read(SHIPPED), "E1"))]
    if e3:
        outputs += [("E3", *each) for each in example_3(e3)]
    return [(example, name, unit, printed(unit, value)) for example, name, unit, value in outputs]


def check(rows):
    expected = {(example, name): value for example, name, _, value in calculate(rows)}
    given = [r for r in rows if r["kind"] == "output" and r["example"] in ("E1", "E2", "E3")]
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
        if row["kind"] == "input" and row["example"] in ("E1", "E2", "E3"):
            out.writerow([row[column] for column in COLUMNS])
    for example, name, unit, value in calculate(rows):
        out.writerow([example, "output", name, unit, value])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
