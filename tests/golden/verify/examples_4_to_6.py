"""Worked examples E4, E5, E6a and E6b, from their definitions."""

from decimal import ROUND_FLOOR, Decimal

from case_inputs import MILLION, ONE, YEARS, ZERO
from examples_1_to_3 import care_positions, provider_cost, system_positions

# Years looked at for payback, from 2017/18.
APPRAISED = 60
SHOWN = 10
LAST = YEARS[-1]
# 2020/21 among the years of E4.
YEAR_OF_THE_BRIDGE = 3


def added_up(series):
    total, sums = ZERO, []
    for each in series:
        total += each
        sums.append(total)
    return sums


def first_not_negative(sums):
    """-1 where there is none."""
    return next((year for year, total in enumerate(sums) if total >= 0), -1)


class Appraisal:
    """E4 year by year, from index 0."""

    def __init__(self, e4, bias):
        index = [str(year) for year in range(APPRAISED)]
        series = lambda name: [e4.from_year(name, index, year) for year in range(APPRAISED)]
        self.capital = [each * (ONE + bias) for each in series("capital_before_bias_y{}")]
        saving = series("gross_saving_y{}")
        running = series("recurrent_new_cost_y{}")
        transition = series("transition_cost_y{}")
        receipt = series("land_receipt_y{}")
        self.revenue = [s - r - t for s, r, t in zip(saving, running, transition)]
        self.flow = [e + r - c for e, r, c in zip(self.revenue, receipt, self.capital)]
        self.factor = [(ONE + e4("discount_rate_real")) ** -year for year in range(APPRAISED)]
        self.worth = added_up(flow * factor for flow, factor in zip(self.flow, self.factor))
        self.so_far = added_up(self.flow)
        self.books(e4)

    def books(self, e4):
        """Depreciation is a part of all that was built, each year of its life from the first."""
        first, life = int(e4("first_depreciation_year_index")), int(e4("asset_life"))
        each_year = sum(self.capital) / life
        self.depreciation = [
            each_year if first <= year < first + life else ZERO for year in range(APPRAISED)
        ]
        self.closing = added_up(c - d for c, d in zip(self.capital, self.depreciation))
        self.opening = [ZERO, *self.closing[:-1]]
        rate = e4("pdc_rate")
        self.pdc = [rate * (a + b) / 2 for a, b in zip(self.opening, self.closing)]
        self.income = [r - d - p for r, d, p in zip(self.revenue, self.depreciation, self.pdc)]

    def payback(self):
        year = first_not_negative(self.so_far)
        return year if year < 1 else year - 1 - self.so_far[year - 1] / self.flow[year]


def example_4(e4):
    case, plain = Appraisal(e4, e4("optimism_bias")), Appraisal(e4, ZERO)
    for year in range(SHOWN):
        yield f"net_flow_y{year}", "gbp_m", case.flow[year]
        yield f"cumulative_flow_y{year}", "gbp_m", case.so_far[year]
        yield f"discount_factor_y{year}", "factor", case.factor[year]
    yield "npv_10_years", "gbp_m", case.worth[9]
    yield "npv_30_years", "gbp_m", case.worth[29]
    yield "npv_10_years_no_optimism_bias", "gbp_m", plain.worth[9]
    yield "npv_30_years_no_optimism_bias", "gbp_m", plain.worth[29]
    yield "payback_year_index", "year", first_not_negative(case.so_far)
    yield "payback_interpolated", "years", Decimal(case.payback())
    yield "discounted_payback_year_index", "year", first_not_negative(case.worth)
    for year in range(SHOWN):
        yield f"opening_nbv_y{year}", "gbp_m", case.opening[year]
        yield f"closing_nbv_y{year}", "gbp_m", case.closing[year]
        yield f"depreciation_y{year}", "gbp_m", case.depreciation[year]
        yield f"pdc_dividend_y{year}", "gbp_m", case.pdc[year]
        yield f"revenue_effect_y{year}", "gbp_m", case.revenue[year]
        yield f"income_expenditure_impact_y{year}", "gbp_m", case.income[year]


def care_shift(e5):
    """E5 by year: what the cost of the spells that move splits into, and who gains."""
    years = YEARS[1:]
    moved = [e5(f"shifted_spells_{year}") for year in years]
    block, lag = e5("spells_per_block"), int(e5("closure_lag"))
    variable, semi, fixed = (e5(f"provider_{part}") for part in ["variable", "semi_fixed", "fixed"])
    whole = lambda spells: (spells / block).to_integral_value(rounding=ROUND_FLOOR)
    in_the_end = whole(moved[-1])
    rows = []
    for i, year in enumerate(years):
        closed = whole(moved[i - lag]) if i >= lag else ZERO
        tariff = moved[i] * e5("tariff") / MILLION
        released = (moved[i] * variable + closed * block * semi) / MILLION
        running = max(ZERO, min(moved[i], in_the_end * block) - closed * block) * semi / MILLION
        part = moved[i] * semi / MILLION - closed * block * semi / MILLION - running
        community = moved[i] * e5("community_variable") / MILLION
        community += e5.from_year("community_fixed_{}", years, i)
        once = e5.or_zero(f"redundancy_{year}")
        rows.append(
            {
                "shifted_spells": moved[i],
                "blocks_closed": closed,
                "tariff_value": tariff,
                "provider_cost_released": released,
                "double_running_semi_fixed": running,
                "stranded_semi_fixed_permanent": part,
                "stranded_fixed": moved[i] * fixed / MILLION,
                "community_cost": community,
                "non_recurrent": once,
                "commissioner_effect": tariff - community,
                "provider_effect": released - tariff - once,
                "system_effect": released - community - once,
                "naive_effect": tariff - community,
            }
        )
    return rows


def example_5(e5):
    units = {"shifted_spells": "spells", "blocks_closed": "blocks"}
    rows = care_shift(e5)
    for year, row in zip(YEARS[1:], rows):
        for name, value in row.items():
            yield f"{name}_{year}", units.get(name, "gbp_m"), value
    for name in ["system", "naive"]:
        total = sum(row[f"{name}_effect"] for row in rows)
        yield f"cumulative_{name}_effect_2016/17_to_{LAST}", "gbp_m", total


class Overlap:
    """E6a at one confidence: each cohort is what remains of it after each scheme in turn."""

    def __init__(self, e6a, confidence):
        rate = {
            "A": e6a("scheme_A_all_admissions") * confidence,
            "B": e6a("scheme_B_care_home_cohort") * confidence,
            "C": e6a("scheme_C_all_admissions") * confidence,
        }
        homes = e6a("care_home_cohort")
        cohorts = [(homes, "ABC"), (e6a("baseline_admissions") - homes, "AC")]
        self.added, self.remaining = ZERO, ZERO
        self.part = dict.fromkeys("ABC", ZERO)
        for people, schemes in cohorts:
            left = people
            for scheme in schemes:
                left *= ONE - rate[scheme]
                self.added += people * rate[scheme]
            self.remaining += left
            weight = {scheme: (ONE - rate[scheme]).ln() for scheme in schemes}
            total = sum(weight.values())
            for scheme in schemes:
                share = weight[scheme] / total if total else ZERO
                self.part[scheme] += (people - left) * share
        self.avoided = e6a("baseline_admissions") - self.remaining
        self.value = self.avoided * e6a("marginal_cost") / MILLION


def example_6a(e6a):
    price = e6a("marginal_cost") / MILLION
    confident = f"confidence{e6a.in_a_name('delivery_confidence')}"
    for name, confidence in [("full", ONE), (confident, e6a("delivery_confidence"))]:
        case = Overlap(e6a, confidence)
        overlap = case.added - case.avoided
        yield f"{name}_additive_avoided", "admissions", case.added
        yield f"{name}_remaining", "admissions", case.remaining
        yield f"{name}_avoided", "admissions", case.avoided
        yield f"{name}_overlap_removed", "admissions", overlap
        yield f"{name}_additive_value", "gbp_m", case.added * price
        yield f"{name}_net_value", "gbp_m", case.value
        yield f"{name}_overlap_value", "gbp_m", overlap * price
        for scheme, avoided in case.part.items():
            yield f"{name}_attributed_{scheme}", "admissions", avoided
        for scheme, avoided in case.part.items():
            yield f"{name}_attributed_value_{scheme}", "gbp_m", avoided * price
    first, second = "scheme_A_all_admissions", "scheme_C_all_admissions"
    name = f"two_scheme_combined_rate_{e6a.in_a_name(first)}_and_{e6a.in_a_name(second)}"
    yield name, "percent", 100 * (ONE - (ONE - e6a(first)) * (ONE - e6a(second)))


def stf_earned(e6b, quarter):
    """A quarter of the year's money, in parts; nothing at all without the control total."""
    parts = {"ae": Decimal("0.125"), "rtt": Decimal("0.125"), "cancer": Decimal("0.05")}
    passed = lambda what: e6b(f"q{quarter}_pass_{what}")
    kept = Decimal("0.70") + sum(part * passed(what) for what, part in parts.items())
    return e6b("stf_allocation_for_year") / 4 * passed("finance") * kept


def example_6b(e6b, of):
    """of: the inputs of the other examples by name."""
    health = system_positions(of["E2"], of["E1"])[-1]
    care = care_positions(of["E3"], "2pct")[-1]
    cost = provider_cost(of["E1"])[3][-1]
    shift = care_shift(of["E5"])[-1]
    demand = Overlap(of["E6a"], of["E6a"]("delivery_confidence")).value
    site = Appraisal(of["E4"], of["E4"]("optimism_bias")).income[YEAR_OF_THE_BRIDGE]
    saved = ONE - (ONE - e6b("provider_productivity")) ** e6b("provider_productivity_years")
    productivity = (cost - shift["provider_cost_released"] - demand) * saved
    running, investments = e6b("demand_scheme_running_cost"), e6b("investments")
    residual = health + care + productivity + shift["system_effect"]
    residual += demand - running + site - investments
    share = e6b("footprint_share") * e6b(f"stf_national_{LAST}")
    published = e6b("published_stf_alternative")
    yield "do_nothing_health", "gbp_m", health
    yield "do_nothing_social_care", "gbp_m", care
    yield "do_nothing_total", "gbp_m", health + care
    yield "provider_productivity", "gbp_m", productivity
    yield "provider_productivity_if_taken_first", "gbp_m", cost * saved
    yield "double_count_removed", "gbp_m", cost * saved - productivity
    yield "care_shift_E5_recurrent", "gbp_m", shift["system_effect"]
    yield "demand_schemes_E6_risk_adjusted", "gbp_m", demand
    yield "demand_schemes_running_cost", "gbp_m", -running
    yield "reconfiguration_E4_recurrent", "gbp_m", site
    yield "investments", "gbp_m", -investments
    yield "residual_before_stf", "gbp_m", residual
    yield "stf_fair_share", "gbp_m", share
    yield "residual_after_stf", "gbp_m", residual + share
    yield f"residual_with_published_stf_{published:.6f}", "gbp_m", residual + published
    earned = [stf_earned(e6b, quarter) for quarter in (1, 2, 3, 4)]
    for quarter, value in enumerate(earned, start=1):
        yield f"stf_earned_q{quarter}", "gbp_m", value
    yield "stf_earned_year", "gbp_m", sum(earned)
