import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * Watches the event loop of the process that imports it, and tells its parent when asked. Nothing of the product: `--import`
 * brings it in.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on("message", () => {
  const [p99, most] = [delay.percentile(99) / 1e6, delay.max / 1e6];
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ p99, most, resident: rss / 1e6, heap: heapUsed / 1e6 });
  delay.reset();
});
// The parent's channel must not keep the bot running.
process.channel?.unref();
