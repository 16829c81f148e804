-- Sends prepared requests in turn. Arguments: a file with a line "path<TAB>etag" for each; the etag may be empty.
local requests = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    local path, etag = line:match("^(%S+)\t(.*)$")
    local headers = { ["Host"] = wrk.headers["Host"] }
    if etag ~= "" then headers["If-None-Match"] = etag end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
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
