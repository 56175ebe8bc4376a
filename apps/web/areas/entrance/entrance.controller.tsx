import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import {
  beginThroughProvider,
  browserIn,
  cookieIn,
  ENVIRONMENT,
  finishThroughProvider,
  isSetUpLink,
  ownOrigin,
  setCookie,
  setUpFirstAccount,
  signIn,
  signInWithCode,
  useAccountLink,
  type Entered,
  type Environment,
  type Visitor,
} from '../../../../libs/application/src/index.ts';
import type { Rejection } from '../../../../libs/domain/src/index.ts';
import type { PageFrame } from '../../components/layout.tsx';
import { ShowsPage, TakesForm } from '../../page-routes.ts';
import { languageFrom, Pages, tellRefusal } from '../../pages.ts';
import { entranceForms, entrancePages } from './entrance.pages.ts';
import { CodePage, JoinPage, SetUpPage, SignInPage, type Asked } from './entrance.page.tsx';
import { field, formRejection, giveToken, markFor, sessionToken } from '../../visitor.ts';

type Draw = (asked: Asked) => JSX.Element;

/** Where people come in: to sign in, with a link that was handed out, or first of all. */
@ApiExcludeController()
@Controller()
export class EntranceController {
  readonly #env: Environment;
  readonly #pages: Pages;

  constructor(@Inject(ENVIRONMENT) env: Environment, @Inject(Pages) pages: Pages) {
    this.#env = env;
    this.#pages = pages;
  }

  #show(request: FastifyRequest, reply: FastifyReply, draw: Draw, rejection: Rejection | null = null): Promise<string> {
    const mark = markFor(this.#env, request, reply);
    const content = (frame: PageFrame): Promise<JSX.Element> =>
      Promise.resolve(draw({ frame, mark, refusal: rejection === null ? null : tellRefusal(frame, rejection, reply) }));
    return this.#pages.draw(request, reply, content);
  }

  #leadTo(request: FastifyRequest, reply: FastifyReply, place: string): string {
    void reply.code(303).headers({ location: `/${languageFrom(request)}${place}`, 'cache-control': 'no-store' });
    return '';
  }

  #visitor(request: FastifyRequest): Visitor {
    return { address: request.ip, device: request.headers['user-agent'] ?? '', former: sessionToken(this.#env, request) };
  }

  get #provider(): string | null {
    return this.#env.entrance?.provider?.name ?? null;
  }

  /** Goes on to where somebody who was let in stands; draws the form again for who was not. */
  #entered(request: FastifyRequest, reply: FastifyReply, entered: Entered, draw: Draw): Promise<string> | string {
    if (entered.stage === 'refused') return this.#show(request, reply, draw, entered.rejection);
    giveToken(this.#env, reply, entered.token);
    return this.#leadTo(request, reply, entered.stage === 'open' ? '' : '/sign-in/code');
  }

  @ShowsPage(entrancePages.signIn)
  signInForm(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#show(request, reply, (asked) => <SignInPage {...asked} provider={this.#provider} email="" />);
  }

  @TakesForm(entranceForms.signIn)
  async signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const email = field(request, 'email').trim();
    const draw: Draw = (asked) => <SignInPage {...asked} provider={this.#provider} email={email} />;
    const rejection = formRejection(this.#env, request);
    if (rejection !== null) return this.#show(request, reply, draw, rejection);
    const entered = await signIn(this.#env, { email, password: field(request, 'password') }, this.#visitor(request));
    return this.#entered(request, reply, entered, draw);
  }

  @ShowsPage(entrancePages.provider)
  async sendToProvider(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const draw: Draw = (asked) => <SignInPage {...asked} provider={this.#provider} email="" />;
    const { entrance } = this.#env;
    const origin = entrance === undefined ? null : ownOrigin(entrance.address, browserIn(request.headers));
    if (entrance === undefined || origin === null) return this.#show(request, reply, draw, { code: 'entrance.not_here' });
    const sent = await beginThroughProvider(this.#env, origin, languageFrom(request));
    if ('stage' in sent) return this.#show(request, reply, draw, sent.rejection);
    const kept = setCookie(entrance.address, 'provider', sent.cookie);
    void reply.code(303).headers({ location: sent.url, 'set-cookie': kept, 'cache-control': 'no-store' });
    return '';
  }

  /** Where the provider sends people back to. */
  @ShowsPage(entrancePages.callback)
  async comeBack(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const draw: Draw = (asked) => <SignInPage {...asked} provider={this.#provider} email="" />;
    const { entrance } = this.#env;
    const browser = browserIn(request.headers);
    const origin = entrance === undefined ? null : ownOrigin(entrance.address, browser);
    if (entrance === undefined || origin === null) return this.#show(request, reply, draw, { code: 'entrance.not_here' });
    const cookie = cookieIn(entrance.address, browser, 'provider');
    const entered = await finishThroughProvider(this.#env, new URL(request.url, origin), cookie, this.#visitor(request));
    void reply.header('set-cookie', setCookie(entrance.address, 'provider', null));
    return this.#entered(request, reply, entered, draw);
  }

  @ShowsPage(entrancePages.code)
  codeForm(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#show(request, reply, (asked) => <CodePage {...asked} />);
  }

  @TakesForm(entranceForms.code)
  async showCode(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const draw: Draw = (asked) => <CodePage {...asked} />;
    const rejection = formRejection(this.#env, request);
    if (rejection !== null) return this.#show(request, reply, draw, rejection);
    return this.#entered(request, reply, await signInWithCode(this.#env, field(request, 'code'), this.#visitor(request)), draw);
  }

  @ShowsPage(entrancePages.join)
  joinForm(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('link') link: string): Promise<string> {
    return this.#show(request, reply, (asked) => <JoinPage {...asked} link={link} />);
  }

  @TakesForm(entranceForms.join)
  async join(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('link') link: string,
  ): Promise<string> {
    const rejection = formRejection(this.#env, request) ?? (await useAccountLink(this.#env, link, field(request, 'password')));
    if (rejection !== null) return this.#show(request, reply, (asked) => <JoinPage {...asked} link={link} />, rejection);
    return this.#leadTo(request, reply, '/sign-in');
  }

  @ShowsPage(entrancePages.setUp)
  async setUpForm(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('link') link: string,
  ): Promise<string> {
    if (!(await isSetUpLink(this.#env, link))) return this.#pages.draw(request, reply, () => Promise.resolve(null));
    return this.#show(request, reply, (asked) => <SetUpPage {...asked} link={link} name="" email="" />);
  }

  @TakesForm(entranceForms.setUp)
  async setUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('link') link: string,
  ): Promise<string> {
    const [name, email] = [field(request, 'name').trim(), field(request, 'email').trim()];
    const first = { link, name, email, password: field(request, 'password'), language: languageFrom(request) };
    const rejection = formRejection(this.#env, request) ?? (await setUpFirstAccount(this.#env, first));
    const draw: Draw = (asked) => <SetUpPage {...asked} link={link} name={name} email={email} />;
    return rejection === null ? this.#leadTo(request, reply, '/sign-in') : this.#show(request, reply, draw, rejection);
  }
}
