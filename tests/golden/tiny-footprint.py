"""
An independent projection of a tiny invented footprint: one CCG, one acute trust, one council.

It follows the numbered calculations of the 2016 submissions (volume, price index, provider cost, tariff and
contract income, commissioner position, social care need, precept, social care position) and shares nothing
with Footbridge: plain Python, 40-digit decimals, no rounding before printing. Run it to get the tables of
do-nothing.test.ts:

    python3 tests/golden/tiny-footprint.py
"""

from decimal import Decimal as D, getcontext
from math import ceil

getcontext().prec = 40
YEARS = range(6)  # 0 is 2015/16


def pct(text):
    return D(text) / 100


# ── Rates by year, 2015/16 to 2020/21; the first is never used ──
ALLOCATION = [pct(x) for x in ("0", "3.4", "2.1", "2.0", "2.2", "3.8")]
VOLUME = {"emergency": pct("2.9"), "elective": pct("-1.5"), "other_trust_income": pct("0")}
PAY = [pct(x) for x in ("0", "3.3", "2.0", "1.6", "1.6", "2.9")]
DRUGS = [pct(x) for x in ("0", "4.5", "3.6", "4.1", "4.1", "4.2")]
CAPITAL = [pct(x) for x in ("0", "3.1", "3.2", "3.2", "3.1", "3.0")]
OTHER = [pct(x) for x in ("0", "1.7", "1.8", "2.1", "1.9", "2.0")]
CNST = [pct("10")] * 6
WEIGHT = {"pay": pct("65"), "drugs": pct("8"), "capital": pct("5"), "other": pct("20"), "cnst": pct("2")}
PENSION = [pct(x) for x in ("0", "0", "0", "0", "0.7", "0")]
INSIDE, OUTSIDE = pct("2"), pct("1.5")
MARGINAL = {"emergency": pct("70"), "elective": pct("100"), "other_trust_income": pct("100")}
WAGE = [pct(x) for x in ("0", "7.46", "5.74", "5.74", "5.74", "5.74")]
PRICES = [pct(x) for x in ("0", "1.6", "1.8", "2.0", "2.1", "2.2")]
PRECEPT = [pct(x) for x in ("0", "2", "3", "3", "0", "0")]
IBCF = [D(x) for x in ("0", "0", "105", "825", "1500", "1500")]
GRANT = [D(x) for x in ("0", "0", "240", "0", "0", "0")]
PUBLIC_HEALTH = [pct(x) for x in ("0", "-2.2", "-2.4", "-2.6", "-2.6", "0")]


def grow(start, rates):
    """start, then each year's value: rates[t] takes t-1 to t."""
    values = [D(start)]
    for rate in rates[1:]:
        values.append(values[-1] * (1 + rate))
    return values


def flat(rate):
    return [rate] * 6


# ── Calculation 1: volume ──
SETTINGS = ["emergency", "elective", "other_trust_income"]
ACTIVITY = {"emergency": D(60000), "elective": D(80000), "other_trust_income": D(1000)}
index = {s: grow(1, flat(VOLUME[s])) for s in SETTINGS}
activity = {s: [ACTIVITY[s] * x for x in index[s]] for s in SETTINGS}

# ── Calculation 2: prices by component; the pension step is permanent and outside the tariff ──
components = {"pay": PAY, "drugs": DRUGS, "capital": CAPITAL, "other": OTHER, "cnst": CNST}
by_component = {k: grow(1, rates) for k, rates in components.items()}
funded = [sum(WEIGHT[k] * by_component[k][t] for k in WEIGHT) for t in YEARS]
pension = grow(1, PENSION)
price = [f * p for f, p in zip(funded, pension)]

# ── Calculation 3: fixed, whole blocks and variable; a block closes a year after the activity has gone ──
COST = {"emergency": D(156), "elective": D(118), "other_trust_income": D(30)}
SHARES = {
    "emergency": (pct("30"), pct("50"), pct("20")),
    "elective": (pct("35"), pct("45"), pct("20")),
    "other_trust_income": (pct("100"), pct("0"), pct("0")),
}
BLOCK = {"emergency": 2500, "elective": 4000, "other_trust_income": 1000}


def cost(s):
    needed = [ceil(a / BLOCK[s]) for a in activity[s]]
    blocks = [needed[0]] + [max(needed[t], needed[t - 1]) for t in YEARS if t > 0]
    fixed, semi, variable = SHARES[s]
    return [
        COST[s]
        * (fixed + semi * D(blocks[t]) / D(blocks[0]) + variable * activity[s][t] / activity[s][0])
        * price[t]
        for t in YEARS
    ], blocks


provider_cost = [sum(cost(s)[0][t] for s in SETTINGS) for t in YEARS]

# ── Calculation 4: tariff on funded inflation less efficiency; 70% above the first year's activity ──
inside, outside, uncut = [D(1)], [D(1)], [D(1)]  # education and research are not paid at national prices
for t in list(YEARS)[1:]:
    inside.append(inside[-1] * funded[t] / funded[t - 1] * (1 - INSIDE))
    outside.append(outside[-1] * funded[t] / funded[t - 1] * (1 - OUTSIDE))
    uncut.append(uncut[-1] * funded[t] / funded[t - 1])

CONTRACT = {"emergency": D(130), "elective": D(110), "other_trust_income": D(0)}
BOUGHT = {"emergency": D(150), "elective": D(120), "other_trust_income": D(0)}
INCOME = {"emergency": D(150), "elective": D(120), "other_trust_income": D(30)}


def contract(s, t):
    full = CONTRACT[s] * index[s][t] * inside[t]
    base = CONTRACT[s] * inside[t]
    return min(full, base) + MARGINAL[s] * max(full - base, D(0))


contracts = [sum(contract(s, t) for s in SETTINGS) for t in YEARS]
# Money that crosses the boundary: the same cut where national prices rule, and the marginal rate above the
# first year's activity, for emergency admissions only.
def outside_value(amount, s, t):
    price_of = outside[t] if s != "other_trust_income" else uncut[t]
    return amount * price_of * (min(index[s][t], D(1)) + MARGINAL[s] * max(index[s][t] - 1, D(0)))


outside_income = [sum(outside_value(INCOME[s] - CONTRACT[s], s, t) for s in SETTINGS) for t in YEARS]
outside_spend = [sum(outside_value(BOUGHT[s] - CONTRACT[s], s, t) for s in SETTINGS) for t in YEARS]
provider = [contracts[t] + outside_income[t] - provider_cost[t] for t in YEARS]

# ── Calculation 5: commissioner ──
allocation = grow(400, ALLOCATION)
prescribing = grow(60, flat((1 + pct("5")) * (1 + pct("0.5")) - 1))
running = grow(34, flat(D(0)))
better_care = grow(30, flat(pct("2.6")))
spend = [contracts[t] + outside_spend[t] + prescribing[t] + running[t] + better_care[t] for t in YEARS]
commissioner = [allocation[t] * (1 - pct("1") - pct("0.5")) - spend[t] for t in YEARS]

# ── Calculations 8 to 10: social care, and public health beside it ──
care_cost = [pct("60") * WAGE[t] + pct("40") * PRICES[t] for t in YEARS]
older, younger = [D(50)], [D(48)]
for t in list(YEARS)[1:]:
    older.append(older[-1] * (1 + pct("2.25")) * (1 + care_cost[t]))
    younger.append(younger[-1] * (1 + pct("1.96")) * (1 + care_cost[t]))
need = [older[t] + younger[t] for t in YEARS]
own_budget = grow(need[0] - better_care[0], flat(pct("-1")))
band_d, element = [D(1200)], [D(0)]
for t in list(YEARS)[1:]:
    element.append(element[-1] + PRECEPT[t] * band_d[-1])
    band_d.append(band_d[-1] * (1 + pct("1.99") + PRECEPT[t]))
tax_base = grow(100000, flat(pct("1")))
precept = [element[t] * tax_base[t] * pct("98") / 1000000 for t in YEARS]
grants = [(IBCF[t] + GRANT[t]) * pct("0.25") for t in YEARS]
resources = [own_budget[t] + better_care[t] + precept[t] + grants[t] for t in YEARS]
health_grant = grow(15, PUBLIC_HEALTH)
health_cost = [D(15)]
for t in list(YEARS)[1:]:
    health_cost.append(health_cost[-1] * (1 + pct("0.9")) * (1 + PRICES[t]))
council = [resources[t] - need[t] + health_grant[t] - health_cost[t] for t in YEARS]

# ── Calculation 6: system ──
system = [commissioner[t] + provider[t] + council[t] for t in YEARS]

if __name__ == "__main__":
    tables = {
        "price_index": price,
        "tariff_index": inside,
        "provider_cost": provider_cost,
        "contract_spend": contracts,
        "outside_income": outside_income,
        "outside_spend": outside_spend,
        "social_care_need": need,
        "precept_income": precept,
        "commissioner_position": commissioner,
        "provider_position": provider,
        "council_position": council,
        "system_position": system,
    }
    for name, values in tables.items():
        print(f"  {name}: [{', '.join(f'{value:.9f}' for value in values)}],")
    for s in SETTINGS:
        print(f"  # blocks, {s}: {cost(s)[1]}")
    cumulative = sum(system[1:])
    print(f"  # cumulative system position 2016/17 to 2020/21: {cumulative:.9f}")
