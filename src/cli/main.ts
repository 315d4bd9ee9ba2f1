import { type CommandLine, readCommandLine } from './commandLine.ts';
import { convert } from './convert.ts';
import { compare } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { UnusableInput } from './input.ts';
import { lint } from './lint.ts';
import { proveFile } from './prove.ts';
import { recipe } from './recipe.ts';
import { runTests } from './test.ts';

const usage = `Usage: npm run --silent keyway -- <command> [--json] FILE…

  evaluate SCENARIO   answers every request of a scenario, with the statements that decided
  test SCENARIO…      compares the requests of scenarios with what they expect
  lint FILE…          what is wrong, risky or without effect in scenarios, grants, policies of every kind, and the policies of
                      Terraform, CloudFormation, CDK and AWS CLI files
      --type TYPE                             what a policy is taken for: key, identity, boundary, scp, rcp, endpoint or resource
      --base FILE                             and which access that policy or scenario does not give
  compare BEFORE AFTER
                      what the later policy, scenario or template with one key allows more and less, over all requests
      --conditions                            each difference as general conditions, too
  prove FILE          answers about all requests to the key of a policy, scenario or template:
      --outside account|public|ORGANIZATION   can anyone outside use the key
      --services                              which AWS services, and for whose resources
      --who ACTION                            who can do it: always, depends, never
      --not-granted ACTIONS [--to PRINCIPALS] [--level direct]
      --separate ACTIONS --from ACTIONS       can anyone do both
      --escalation  --lockout  --review  --smallest
      without any of these: --outside public --lockout --review
  compare and prove take --facts FILE: a policy whose Deny statements are requests that never occur
  recipe [NAME PARAMETER=VALUE…]
                      statements for what people need of a key, and what they would allow; all without NAME
      key=ARN                                 of the key, instead of an example's
      a list has its values with commas between
  convert FILE --as FORM
                      a key out of JSON, Terraform, CloudFormation, CDK or AWS CLI commands, as written, canonical,
                      put-key-policy, create-key, terraform,
                      terraform-document, cloud-formation or cdk
      --fill NAME=VALUE                       what the text leaves open, as often as needed
      --piece NAME                            which key, where there are several

FILE is a path, or - for standard input. --json prints one JSON value instead of text.
Exit status: 0 fine, 1 an expectation failed, a conversion is incomplete, lint has an error or a security warning that is not
suppressed, access widened or a question not decided, 2 unusable input.`;

const commands: Readonly<Record<string, (line: CommandLine) => number>> = {
  evaluate,
  test: runTests,
  lint,
  compare,
  prove: proveFile,
  recipe,
  convert,
};

/** Exit status: 0 fine, 1 an expectation failed, 2 unusable input (message on standard error). */
function main(words: readonly string[]): number {
  const line = readCommandLine(words, Object.keys(commands));
  if ('problem' in line) {
    process.stderr.write(`${line.problem}\n\n${usage}\n`);
    return 2;
  }
  if (line.command === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return commands[line.command]?.(line) ?? 2;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
