-- Sends prepared requests in turn. Arguments: a file with a line "path<TAB>etag<TAB>address" for each, and how many a second to offer (0: as
-- many as are answered). The etag may be empty; a line with an address is a view from there.
local ffi = require("ffi")
ffi.cdef("typedef struct { long sec; long nsec; } moment; int clock_gettime(int clock, moment *time);")

local reader = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
local requests = {}
local at = 0

local function milliseconds()
  local time = ffi.new("moment")
  ffi.C.clock_gettime(1, time)
  return tonumber(time.sec) * 1e3 + tonumber(time.nsec) / 1e6
end

-- Whichever connection is free sends what is due next, so the load does not wait for its own answers.
local function pace(rate)
  local due
  return function()
    local now = milliseconds()
    due = (due or now) + 1e3 / rate
    return math.max(0, due - now)
  end
end

function init(args)
  for line in io.lines(args[1]) do
    local path, etag, address = line:match("^(%S+)\t([^\t]*)\t?(%S*)$")
    local headers = { ["Host"] = wrk.headers["Host"] }
    if etag ~= "" then headers["If-None-Match"] = etag end
    if address == "" then
      requests[#requests + 1] = wrk.format("GET", path, headers)
    else
      headers["User-Agent"], headers["X-Forwarded-For"], headers["Content-Type"] = reader, address, "text/plain"
      requests[#requests + 1] = wrk.format("POST", path, headers, '{"visitor":"' .. #requests .. '"}')
    end
  end
  local rate = tonumber(args[2])
  if rate > 0 then delay = pace(rate) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"bytes":%d,"errors":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
