/**
 * Services whose resources RCPs bind, by the prefix of their actions (IAM-125, ORG26:orgs_manage_policies_rcps). AWS adds to the
 * list; of a service that is not in it an RCP is not asked.
 */
const prefixes: ReadonlySet<string> = new Set(
  (
    'aoss appconfig appstream autoscaling codebuild codecommit cognito-identity cognito-idp comprehend comprehendmedical ' +
    'dax dynamodb ecr health kinesisvideo kms logs s3 secretsmanager signin sqs sts support textract transcribe translate'
  ).split(' '),
);

/** Whether RCPs have a say in an action, `s3:GetObject`. */
export function isBoundByRcps(action: string): boolean {
  return prefixes.has(action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase());
}
