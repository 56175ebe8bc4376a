import type { JSX } from 'preact';
import type { PageFrame } from '../../../components/frame.ts';
import { fillIn, sayFrom, type Language } from '../../../format.ts';
import type { Act } from '../acts/act.ts';
import { linkTo } from '../address.ts';
import { deskTexts } from '../desk.texts.ts';
import { ActFieldset } from './act-fields.tsx';
import type { OpenAct } from './open-act.ts';

const say = sayFrom(deskTexts);

export const actTitle = ({ title }: Act, language: Language): string => fillIn(language, title);

const Hidden = ({ name, value }: { readonly name: string; readonly value: string }): JSX.Element => (
  <input type="hidden" name={name} value={value} />
);

/** A form that gives one command. */
export const ActForm = ({ frame, open }: { readonly frame: PageFrame; readonly open: OpenAct }): JSX.Element => {
  const { act, given, revision, then } = open;
  const { language, form } = frame;
  const classes = ['btn', 'small', ...(act.tone === undefined ? [] : [act.tone])].join(' ');
  return (
    <form method="post" action={linkTo(frame, `/acts/${act.command}`)} class="act">
      <Hidden name="mark" value={form.mark} />
      <Hidden name="key" value={form.key} />
      <Hidden name="form" value={act.command} />
      <Hidden name="then" value={then} />
      {revision === null ? null : <Hidden name="expected" value={revision} />}
      {Object.entries(given).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      {act.fields.map((field) => (
        <ActFieldset frame={frame} open={open} field={field} />
      ))}
      <p class="row">
        <button class={classes} type="submit" data-key={act.fields.length === 0 ? act.key : undefined}>
          {actTitle(act, language)}
        </button>
      </p>
    </form>
  );
};

/** Every act that is open: those without fields as buttons, the others behind their names. */
export const ActList = ({ frame, acts }: { readonly frame: PageFrame; readonly acts: readonly OpenAct[] }): JSX.Element => {
  const { language } = frame;
  if (acts.length === 0) return <p class="xs soft">{say(language, 'noActs')}</p>;
  const [short, long] = [acts.filter(({ act }) => act.fields.length === 0), acts.filter(({ act }) => act.fields.length > 0)];
  return (
    <div class="acts">
      {short.length === 0 ? null : (
        <div class="row">
          {short.map((open) => (
            <ActForm frame={frame} open={open} />
          ))}
        </div>
      )}
      {long.map((open) => (
        <details class="act-more" name="acts">
          <summary data-key={open.act.key}>{actTitle(open.act, language)}</summary>
          <ActForm frame={frame} open={open} />
        </details>
      ))}
    </div>
  );
};
