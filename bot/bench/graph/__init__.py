"""The graph of the benchmarks: made-up people and archives, the layout we compare with, and a plain count of both.

Sizes, distributions and seeds are those our figures have been told with from the start, so that runs can be compared.
"""
