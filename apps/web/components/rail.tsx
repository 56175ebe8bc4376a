import type { JSX } from 'preact';

/** Where one thing stands among the steps that all of its kind take. */
export const StepRail = ({
  steps,
  current,
  isPaused = false,
}: {
  readonly steps: readonly string[];
  /** Index of the step that it is at; the number of steps when all are done, -1 before the first. */
  readonly current: number;
  /** It waits for somebody. */
  readonly isPaused?: boolean;
}): JSX.Element => (
  <div class="rail-box">
    <ol class="rail">
      {steps.map((step, index) => (
        <li
          class={index < current ? 'done' : index === current && isPaused ? 'paused' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>{step}</span>
        </li>
      ))}
    </ol>
  </div>
);
