import { Module, type DynamicModule } from '@nestjs/common';
import {
  Command,
  CommandHandler,
  CqrsModule,
  Query,
  QueryHandler,
  type CommandBus,
  type ICommandHandler,
  type IQueryHandler,
  type QueryBus,
} from '@nestjs/cqrs';
import { askAsOf } from './as-of.ts';
import { commands, type CommandInput, type CommandName } from './commands/index.ts';
import type { CommandContext, CommandOutcome, Environment, UseCase } from './contract.ts';
import { queries, type QueryAnswer, type QueryArgs, type QueryName } from './queries/index.ts';
import type { Query as Question } from './contract.ts';
import type { Viewer } from '../../projections/src/index.ts';

/** One command on its way over the bus. */
export class RunUseCase extends Command<CommandOutcome> {
  readonly env: Environment;
  readonly name: CommandName;
  readonly input: unknown;
  readonly context: CommandContext;

  constructor(env: Environment, name: CommandName, input: unknown, context: CommandContext) {
    super();
    this.env = env;
    this.name = name;
    this.input = input;
    this.context = context;
  }
}

/** One question on its way over the bus. */
export class AskQuestion extends Query<unknown> {
  readonly env: Environment;
  readonly name: QueryName;
  readonly args: unknown;
  readonly viewer: Viewer;
  /** Ledger size of the state that is asked about; null for the present. */
  readonly asOf: number | null;

  constructor(env: Environment, name: QueryName, args: unknown, viewer: Viewer, asOf: number | null) {
    super();
    this.env = env;
    this.name = name;
    this.args = args;
    this.viewer = viewer;
    this.asOf = asOf;
  }
}

@CommandHandler(RunUseCase)
class RunUseCaseHandler implements ICommandHandler<RunUseCase> {
  execute({ env, name, input, context }: RunUseCase): Promise<CommandOutcome> {
    // The typed `Dispatcher` paired name and input; the bus in between knows neither.
    return (commands[name] as UseCase<unknown>).run(env, input, context);
  }
}

@QueryHandler(AskQuestion)
class AskQuestionHandler implements IQueryHandler<AskQuestion, unknown> {
  async execute({ env, name, args, viewer, asOf }: AskQuestion): Promise<unknown> {
    const question = queries[name] as Question<unknown, unknown>;
    return asOf === null ? await question.run(env, args, viewer) : await askAsOf(env, question, args, viewer, asOf);
  }
}

/** How apps reach the application: by name, with the input and answer that belong to it. */
export class Dispatcher {
  readonly #env: Environment;
  readonly #commandBus: CommandBus;
  readonly #queryBus: QueryBus;

  constructor(env: Environment, commandBus: CommandBus, queryBus: QueryBus) {
    this.#env = env;
    this.#commandBus = commandBus;
    this.#queryBus = queryBus;
  }

  command<N extends CommandName>(name: N, input: CommandInput<N>, context: CommandContext): Promise<CommandOutcome> {
    return this.#commandBus.execute(new RunUseCase(this.#env, name, input, context));
  }

  /** @param asOf  ledger size of the state that is asked about; null for the present */
  async query<N extends QueryName>(name: N, args: QueryArgs<N>, viewer: Viewer, asOf: number | null = null): Promise<QueryAnswer<N>> {
    return (await this.#queryBus.execute(new AskQuestion(this.#env, name, args, viewer, asOf))) as QueryAnswer<N>;
  }
}

/** Token under which the environment of one deployment is provided. */
export const ENVIRONMENT = Symbol('environment');

const modules = new WeakMap<Environment, DynamicModule>();

@Module({})
export class ApplicationModule {
  /** The application over one environment; the same module for every app of the process, so that each handler stands once. */
  static forEnvironment(env: Environment): DynamicModule {
    const known = modules.get(env);
    if (known !== undefined) return known;
    const made: DynamicModule = {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [RunUseCaseHandler, AskQuestionHandler, { provide: ENVIRONMENT, useValue: env }],
      exports: [CqrsModule, ENVIRONMENT],
    };
    modules.set(env, made);
    return made;
  }
}
