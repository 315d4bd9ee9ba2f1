import type { SourceSpan } from '#engine/source/span.ts';

/** The contents of a file or block, in the native syntax of HCL. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly span: SourceSpan;
  readonly value: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  /** Of the line that begins it. */
  readonly span: SourceSpan;
  readonly body: Body;
}

export type Expression =
  | { readonly kind: 'number'; readonly span: SourceSpan; readonly lexeme: string }
  | { readonly kind: 'boolean'; readonly span: SourceSpan; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: SourceSpan }
  | TemplateExpression
  | { readonly kind: 'tuple'; readonly span: SourceSpan; readonly items: readonly Expression[] }
  | {
      readonly kind: 'object';
      readonly span: SourceSpan;
      readonly members: readonly { readonly key: Expression; readonly value: Expression }[];
    }
  /** A name and what is taken of it: `var.names[0].arn`. */
  | {
      readonly kind: 'reference';
      readonly span: SourceSpan;
      readonly name: string;
      readonly steps: readonly Step[];
    }
  /** The same of anything else: `f(x).arn`. */
  | {
      readonly kind: 'access';
      readonly span: SourceSpan;
      readonly of: Expression;
      readonly steps: readonly Step[];
    }
  | {
      readonly kind: 'call';
      readonly span: SourceSpan;
      readonly name: string;
      readonly values: readonly Expression[];
      /** The last argument is a list of further ones: `f(x...)`. */
      readonly expands: boolean;
    }
  | {
      readonly kind: 'conditional';
      readonly span: SourceSpan;
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | {
      readonly kind: 'operation';
      readonly span: SourceSpan;
      readonly operator: string;
      readonly operands: readonly Expression[];
    }
  | ForExpression;

export interface TemplateExpression {
  readonly kind: 'template';
  readonly span: SourceSpan;
  readonly parts: readonly TemplatePart[];
}

export interface ForExpression {
  readonly kind: 'for';
  readonly span: SourceSpan;
  /** One name for the value, or two for key and value. */
  readonly names: readonly string[];
  readonly over: Expression;
  /** Absent in a list. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
}

export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'splat' };

export type TemplatePart =
  | string
  | { readonly kind: 'value'; readonly value: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly yes: readonly TemplatePart[];
      readonly no: readonly TemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly names: readonly string[];
      readonly over: Expression;
      readonly parts: readonly TemplatePart[];
    };
