"""The benchmarks of `quittex bench`: ours and a baseline by turns in one run, told as ratios.

Absolute figures hold for no machine but the one they were taken on; ratios within one run do.
"""
