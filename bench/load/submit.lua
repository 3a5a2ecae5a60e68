-- Sends the public form again and again, each time as a new client: COOKIE and TOKEN come from one visit of the page.
dofile("report.lua")
local cookie, token = os.getenv("BENCH_COOKIE"), os.getenv("BENCH_TOKEN")
local n, run = 0, os.getenv("BENCH_RUN")
local text = "%E6%9D%91%E5%8F%A3%E7%9A%84%E8%B7%AF%E7%81%AF%E5%9D%8F%E4%BA%86%E4%B8%89%E4%B8%AA%E6%98%9F%E6%9C%9F"
function request()
  n = n + 1
  local id = string.format("%s-0000-4000-8000-%012x", run, n)
  local body = "csrfmiddlewaretoken=" .. token .. "&client_id=" .. id .. "&body=" .. text .. n
    .. "&where=&contact_name=&contact_phone=&agree=on"
  return wrk.format("POST", nil, {["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = cookie}, body)
end
