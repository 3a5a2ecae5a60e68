-- One machine-readable line at the end of a run.
function done(summary, latency)
  local seconds = summary.duration / 1e6
  local errors = summary.errors
  io.write(string.format('RESULT {"requests":%d,"rps":%.2f,"p50_ms":%.3f,"p99_ms":%.3f,"bytes":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.requests / seconds, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
