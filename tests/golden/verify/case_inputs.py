"""The input rows of a table of cases, and what every worked example needs to count with them."""

import csv
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 50

YEARS = ["2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21"]
SHIPPED = Path(__file__).resolve().parents[3] / "models" / "examples" / "worked-examples.csv"
ZERO, ONE, MILLION = Decimal(0), Decimal(1), Decimal(1_000_000)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Inputs:
    """The inputs of one example, percent as a fraction."""

    def __init__(self, rows, example):
        self.values = {}
        self.written = {}
        for row in rows:
            if row["example"] == example and row["kind"] == "input":
                value = Decimal(row["value"])
                percent = row["unit"].startswith("percent")
                self.written[row["name"]] = value
                self.values[row["name"]] = value / 100 if percent else value

    def __bool__(self):
        return bool(self.values)

    def __call__(self, name):
        return self.values[name]

    def or_zero(self, name):
        return self.values.get(name, ZERO)

    def from_year(self, name, years, year):
        """The value of a year: its own row, else the latest row that goes on from it or before it."""
        if name.format(years[year]) in self.values:
            return self.values[name.format(years[year])]
        for earlier in reversed(years[: year + 1]):
            onward = name.format(earlier) + "_onward"
            if onward in self.values:
                return self.values[onward]
        return ZERO

    def in_a_name(self, name):
        """The number as names of outputs have it: 60 for 60.0%."""
        text = f"{self.written[name]:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def compounded(start, growth_by_year):
    """start, then start grown by each year's growth in turn."""
    series = [start]
    for growth in growth_by_year:
        series.append(series[-1] * (ONE + growth))
    return series
