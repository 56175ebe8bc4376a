// One signed-in browser per role: accounts are made over the application, sessions over the pages.

const password = 'seven herons wade at dusk';

/** Roles that are looked at, with the Member they act for. */
export const roles = [
  ['public', null],
  ['contact_point', 'KE'],
  ['delegate', 'BI'],
  ['drafter', 'KE'],
  ['observer', null],
  ['officer', null],
  ['reviser', null],
  ['approver', null],
  ['chair', null],
  ['auditor', null],
  ['operator', null],
  ['administrator', null],
];

const setup = { accreditationId: 'setup', role: 'operator', member: null, grant: 'accreditation-setup@0' };

/** Makes an account for a role. @returns its address and the link that opens it */
const invite = async (env, commands, role, member, key) => {
  const email = `${role}.${(member ?? 'secretariat').toLowerCase()}@screenshots.example`;
  const give = async (name, input) => {
    const context = { caller: setup, idempotencyKey: `${key}-${name}-${role}`, dryRun: false, ifMatch: null, correlationId: 'screenshots' };
    const outcome = await commands[name].run(env, input, context);
    if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.answer;
  };
  const details = { name: `A ${role}`, title: null, organisation: null, email, telephone: null, language: 'en' };
  const { id: personId } = await give('registerPerson', { details });
  const { id } = await give('grantAccreditation', { role, member, validFrom: null, validUntil: null, language: 'en' });
  await give('linkPersonAccreditation', { personId, accreditationId: id });
  const { token } = await give('inviteAccount', { personId });
  return { email, link: token };
};

/** A context of the browser in which somebody of a role is signed in. */
export const visitorOf = async ({ browser, url, env, commands, key }, role, member) => {
  const context = await browser.newContext({ javaScriptEnabled: true });
  if (role === 'public') return context;
  const { email, link } = await invite(env, commands, role, member, key);
  const page = await context.newPage();
  await page.goto(`${url}/en/join/${link}`);
  await page.fill('#password', password);
  await page.click('button.primary');
  await page.waitForURL(/sign-in/);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button.primary');
  await page.waitForURL((address) => !/sign-in|join/.test(address.pathname));
  await page.close();
  return context;
};
