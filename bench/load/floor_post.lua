-- POSTs one JSON opinion after another to the floor.
dofile("report.lua")
local n = 0
function request()
  n = n + 1
  local body = string.format('{"region":"451028","title":"第%d盏路灯不亮","body":"村口的路灯坏了三个星期，晚上看不清路。%d"}', n, n)
  return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, body)
end
