import { startCountingBlocks } from "./work/count-blocks.ts";

startCountingBlocks();
