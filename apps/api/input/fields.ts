import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

// Each field decorator states a rule once: class-validator checks it, the OpenAPI description shows it.

/** Text of `min` to `max` characters. */
export const Text = (min: number, max: number, description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, minLength: min, maxLength: max, description }), IsString(), Length(min, max));

/** Text of a fixed form. */
export const Pattern = (pattern: RegExp, description: string, example: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, pattern: pattern.source, description, example }), IsString(), Matches(pattern));

/** An id as other answers give it. */
export const Id = (description: string): PropertyDecorator => Pattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, description, 'RIC-2015');

/** A Member by its ISO 3166-1 alpha-2 code. */
export const MemberCodeField = (description: string): PropertyDecorator => Pattern(/^[A-Z]{2}$/, description, 'KE');

/** A calendar date. */
export const DateField = (description: string): PropertyDecorator =>
  Pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, description, '2015-06-15');

/** An instant in UTC with milliseconds. */
export const InstantField = (description: string): PropertyDecorator =>
  Pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/, description, '2015-03-31T21:59:00.000Z');

/** One of a list of words. */
export const OneOf = (words: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, enum: [...words], description }), IsString(), IsIn(words));

/** A whole number. */
export const Whole = (min: number, max: number, description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'integer', minimum: min, maximum: max, description }), IsInt(), Min(min), Max(max));

/** A list of different texts. */
export const TextList = (max: number, pattern: RegExp, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [String], maxItems: max, uniqueItems: true, description }),
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsString({ each: true }),
    Matches(pattern, { each: true }),
  );

/** A list of different words of a list. */
export const WordList = (words: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [String], enum: [...words], uniqueItems: true, description }),
    IsArray(),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, { each: true }),
  );

/** An object with fields of its own. */
export const Nested = (type: () => new () => object, description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type, description }), IsDefined(), IsObject(), ValidateNested(), Type(type));

/** A list of objects with fields of their own. */
export const NestedList = (type: () => new () => object, max: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => [type()], maxItems: max, description }),
    IsArray(),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

/** May be left out. */
export const Optional = (): PropertyDecorator => applyDecorators(ApiProperty({ required: false }), IsOptional());

/** May be null, but has to be said. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ nullable: true }),
    ValidateIf((_object, value) => value !== null),
  );
