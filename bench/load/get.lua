-- GETs the address of the command line with one session's cookie.
dofile("report.lua")
if os.getenv("BENCH_COOKIE") then wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE") end
