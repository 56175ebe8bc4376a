import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  browserIn,
  ENVIRONMENT,
  formMark,
  isFromOwnPage,
  ownAccount,
  ownOrigin,
  proposeSecondFactor,
  sessionsOf,
  setCookie,
  signIn,
  signInWithCode,
  useAccountLink,
  type Entered,
  type Entrance,
  type Environment,
  type OwnAccount,
  type SessionView,
  type Visitor,
} from '../../../libs/application/src/index.ts';
import { sessionToken } from '../browser-session.ts';
import { Gateway } from '../gateway.ts';
import { EntranceOperation, QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { CodeDto, LinkPasswordDto, SignInDto } from './accounts.dto.ts';

/** Where somebody stands who asked to be let in. */
export interface Standing {
  readonly stage: 'open' | 'password';
  /** To be sent as `x-form-mark` with every command that the session gives. */
  readonly mark: string;
}

/** How long somebody has to wait who tried too often, for the header that says so. */
const waitHeader = (rejection: object): Readonly<Record<string, string>> =>
  'seconds' in rejection && typeof rejection.seconds === 'number' ? { 'retry-after': String(rejection.seconds) } : {};

@ApiTags('sign-in')
@Controller('api/v1')
export class SignInController {
  readonly #env: Environment;
  readonly #gateway: Gateway;

  constructor(@Inject(ENVIRONMENT) env: Environment, @Inject(Gateway) gateway: Gateway) {
    this.#env = env;
    this.#gateway = gateway;
  }

  /** The entrance, for a request that other sites did not send. @throws Refusal */
  #entrance(request: FastifyRequest): Entrance {
    const { entrance } = this.#env;
    const browser = browserIn(request.headers);
    if (entrance === undefined || ownOrigin(entrance.address, browser) === null) throw new Refusal({ code: 'entrance.not_here' });
    // A program tells no site; a browser does, and then it has to be ours.
    const tells = browser.origin !== undefined || browser.fetchSite !== undefined;
    if (tells && !isFromOwnPage(entrance.address, browser)) throw new Refusal({ code: 'request.cross_site' });
    return entrance;
  }

  #visitor(request: FastifyRequest): Visitor {
    return { address: request.ip, device: request.headers['user-agent'] ?? '', former: sessionToken(this.#env, request) };
  }

  #told(entrance: Entrance, entered: Entered, reply: FastifyReply): Standing {
    if (entered.stage === 'refused') throw new Refusal({ ...entered.rejection }, waitHeader(entered.rejection));
    const { stage, token } = entered;
    void reply.headers({ 'set-cookie': setCookie(entrance.address, 'session', token), 'cache-control': 'no-store' });
    return { stage, mark: formMark(this.#env, token) ?? '' };
  }

  @Post('sign-in')
  @HttpCode(200)
  @EntranceOperation(
    'Signs in with address and password; the session comes as a cookie. Stage `password`: the second factor is to be shown.',
  )
  async enter(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { email, password }: SignInDto,
  ): Promise<Standing> {
    const entrance = this.#entrance(request);
    return this.#told(entrance, await signIn(this.#env, { email, password }, this.#visitor(request)), reply);
  }

  @Post('sign-in/code')
  @HttpCode(200)
  @EntranceOperation('Shows the second factor; the session is open from then on, under another token.')
  async showCode(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { code }: CodeDto,
  ): Promise<Standing> {
    const entrance = this.#entrance(request);
    return this.#told(entrance, await signInWithCode(this.#env, code, this.#visitor(request)), reply);
  }

  @Post('sign-in/link')
  @HttpCode(204)
  @EntranceOperation('Sets a password with the link of an invitation or a reset, once.')
  async setPassword(@Req() request: FastifyRequest, @Body() { link, password }: LinkPasswordDto): Promise<void> {
    this.#entrance(request);
    const refused = await useAccountLink(this.#env, link, password);
    if (refused !== null) throw new Refusal({ ...refused });
  }

  @Get('sign-in/session')
  @QueryOperation('Who is signed in with this cookie, and what the account may act as.')
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnAccount & { readonly role: string; readonly member: string | null; readonly mark: string }> {
    const found = await this.#gateway.session(request, reply);
    const account = await ownAccount(this.#env, found);
    const token = sessionToken(this.#env, request);
    if (account === null || token === null) throw new Refusal({ code: 'session.ended' });
    const { role, member } = found.caller;
    return { ...account, role, member, mark: formMark(this.#env, token) ?? '' };
  }

  @Get('sign-in/second-factor')
  @QueryOperation('A second factor to enrol: its seed for typing and as an address, and sealed for the command. New each time.')
  async propose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly secret: string; readonly uri: string; readonly sealedSeed: string }> {
    const account = await ownAccount(this.#env, await this.#gateway.session(request, reply));
    const proposed = account === null ? null : proposeSecondFactor(this.#env, account.accountId, account.email);
    if (proposed === null) throw new Refusal({ code: 'session.ended' });
    return proposed;
  }

  @Get('sign-in/sessions')
  @QueryOperation('Where the account is signed in, newest first.')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<readonly SessionView[]> {
    return sessionsOf(this.#env, await this.#gateway.session(request, reply));
  }

  @Post('sign-in/sessions/:sessionId/end')
  @HttpCode(204)
  @EntranceOperation('Ends a session of the account, this one or another.')
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    const { session } = await this.#gateway.session(request, reply);
    const ended = await this.#env.entrance?.sessions.endNamed(session.accountId, sessionId);
    if (ended !== true) throw new Refusal({ code: 'session.not_found' });
  }
}
