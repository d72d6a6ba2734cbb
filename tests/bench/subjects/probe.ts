import { Session } from "node:inspector/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as v from "valibot";
import { type Question, QuestionSchema, type Reading } from "./probe-messages.ts";
import { hotSpotsOf } from "../profile/hot-spots.ts";

// Loaded into every measured server with `--import`, ours and theirs alike: it answers the bench's questions about the inside of
// the process, and costs nothing while none is asked but the event loop's own delay counter.

const resolutionMs = 10;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();
const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs);

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") Reflect.apply(collect, undefined, []);
}

let session: Session | null = null;

async function answer(question: Question): Promise<Reading> {
  let hotSpots: Reading["hotSpots"] = [];
  switch (question) {
    case "begin":
      delay.reset();
      break;
    case "read":
      break;
    case "collect":
      collectGarbage();
      break;
    case "profile":
      session = new Session();
      session.connect();
      await session.post("Profiler.enable");
      await session.post("Profiler.setSamplingInterval", { interval: 250 });
      await session.post("Profiler.start");
      break;
    case "profile-end":
      if (session !== null) {
        hotSpots = hotSpotsOf((await session.post("Profiler.stop")).profile);
        session.disconnect();
        session = null;
      }
  }
  const { heapUsed, external } = process.memoryUsage();
  return {
    delayP99: beyond(delay.percentile(99)),
    delayMax: beyond(delay.max),
    memory: heapUsed + external,
    hotSpots,
  };
}

process.on("message", (message) => {
  const question = v.safeParse(QuestionSchema, message);
  if (question.success) void answer(question.output).then((reading) => process.send?.(reading));
});
// A bench that was interrupted leaves no server behind.
process.on("disconnect", () => process.exit());
// Its line must not keep a server alive that wants to end.
process.channel?.unref();
