import { CannotStart } from '../standalone/data-dir.ts';
import { proveRebuild } from './prove-rebuild.ts';
import { cancelRebuild, rebuildReadModels, type TellProgress } from './rebuild.ts';

/** Shows progress on standard error: in place where somebody watches, a line a second elsewhere. */
const progressLine = (): TellProgress => {
  const isWatched = process.stderr.isTTY;
  let told = Number.NEGATIVE_INFINITY;
  return (set, { done, total, perSecond }) => {
    const isLast = done === total;
    if (!isWatched && !isLast && performance.now() - told < 1_000) return;
    told = performance.now();
    const left = perSecond > 0 ? `, ${Math.ceil((total - done) / perSecond)} s left` : '';
    const line = `${set}: ${done}/${total} events, ${Math.round(perSecond)}/s${left}`;
    process.stderr.write(isWatched ? `\r${line}   ${isLast ? '\n' : ''}` : `${line}\n`);
  };
};

/** Runs the work with a signal that Ctrl+C sets off; a second one ends the process. */
const interruptible = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const interrupting = new AbortController();
  const interrupt = (): void => {
    interrupting.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    return await work(interrupting.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
};

/** `operator rebuild`: builds anew, proves, or cancels. @throws CannotStart when it fails, differs or is interrupted */
export const runRebuild = async (dataDir: string, switches: ReadonlySet<string>): Promise<readonly string[]> => {
  if (switches.has('prove')) {
    const { differing, sentence } = await proveRebuild(dataDir);
    if (differing.length > 0) throw new CannotStart(sentence, { exitCode: 1 });
    return [sentence];
  }
  return interruptible(async (signal) => {
    const rebuilding = { dataDir, signal, tell: progressLine() };
    return switches.has('cancel') ? [await cancelRebuild(rebuilding)] : await rebuildReadModels(rebuilding);
  });
};
