"""The search: ruin and recreate in compiled loops. `improve.Search` is what the rest of the solver sees of it.

`layout` and `state` are flat arrays; on them stand, each on those before it, `places` (where things are), `giving` (hours
given and taken back), `offers` (who could give what), `filling` (a demand staffed), `shaping` (projects moved in time, put
in and left out), `steps` (one ruin and recreate after the other) and `plans` (a whole plan built, taken up, put together). `building`
makes first plans and plans of a given selection (R10), `trials` tries other selections than the best plan's.
"""
