"""Worked examples E1, E2 and E3, from their definitions."""

from decimal import ROUND_CEILING

from case_inputs import MILLION, ONE, YEARS, ZERO, compounded


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


def system_positions(e2, e1):
    """The system's position by year."""
    rows = {name: value for name, _, value in example_2(e2, e1)}
    return [rows[f"system_position_{year}"] for year in YEARS]


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


def care_positions(e3, path):
    """Social care's position by year, on one path of the precept."""
    rows = {name: value for name, _, value in example_3(e3)}
    return [rows[f"{path}_position_{year}"] for year in YEARS]


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
