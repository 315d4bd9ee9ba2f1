/**
 * Errors and security warnings that lint finds in published policies, by the policy's id. Every finding was looked at: each statement
 * was read, and for every lockout it was checked without the engine that no Allow of the policy takes in `kms:PutKeyPolicy`.
 * No false alarm was left among them.
 */
export const reviewed: Readonly<Record<string, string>> = {
  'docs--amazon-cloudwatch-logs-user-guide--encrypt-log-data-kms--line-107-step-2-set-permissi':
    'INVALID_PRINCIPAL',
  'docs--amazon-cloudwatch-logs-user-guide--encrypt-log-data-kms--line-282-aws-kms-keys-and-en':
    'INVALID_PRINCIPAL RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs--amazon-cloudwatch-logs-user-guide--encrypt-log-data-kms--line-68-step-2-set-permissio':
    'INVALID_PRINCIPAL',
  'docs--amazon-dynamodb-developer-guide--encryption-usagenotes--line-150-key-policy-for-a-cu':
    'POLICY_LOCKOUT',
  'docs--amazon-dynamodb-developer-guide--encryption-usagenotes--line-93-key-policy-for-an-aw':
    'POLICY_LOCKOUT',
  'docs--amazon-rds-user-guide--user-sharesnapshot--line-98-allowing-access-to-a':
    'POLICY_LOCKOUT UNCONSTRAINED_CREATE_GRANT',
  'docs--amazon-s3-userguide--grant-destinations-permissions-to---line-105-aws-kms-key-policy':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs--amazon-sns-developer-guide--sns-key-management--line-99-enable-compatibility':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs--amazon-sqs-developer-guide--sqs-key-management--line-119-configure-kms-permi':
    'INVALID_SERVICE_PRINCIPAL_FORMAT POLICY_LOCKOUT',
  'docs--amazon-sqs-developer-guide--sqs-key-management--line-30-configure-kms-permis':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs--aws-cloudtrail-user-guide--cloudtrail-permissions-for-sns-not--line-38-amazon-sns-topic-pol':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs--aws-cloudtrail-user-guide--default-kms-key-policy--line-68-default-kms-key-poli':
    'INVALID_ACCOUNT_IN_CONDITION INVALID_PRINCIPAL UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  'docs--aws-config-developer-guide--s3-kms-key-policy--line-14-required-permissions':
    'INVALID_PRINCIPAL POLICY_LOCKOUT',
  'docs--aws-config-developer-guide--s3-kms-key-policy--line-49-granting-aws-config-':
    'INVALID_ACCOUNT_IN_CONDITION POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--conditions-kms--line-1104-kms-macalgorithm': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--conditions-kms--line-910-kms-keyorigin': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--infrastructure-security--line-13-infrastructure-secur': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--key-policy-overview--line-9-creating-a-key-policy': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--key-policy-services--line-59-using-aws-sourcearn-': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--kms-vpc-endpoint--line-126-creating-a-vpc-endp': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--kms-vpc-endpoint--line-151-creating-a-vpc-endp': 'POLICY_LOCKOUT',
  'docs--aws-kms-developer-guide--services-wm--line-114-authorizing-use-of-': 'POLICY_LOCKOUT',
  'docs--iam-user-guide--access-analyzer-policy-generation--line-302-generate-a-policy-u':
    'INVALID_ORGANIZATION_IN_CONDITION POLICY_LOCKOUT',
  'docs-fragment--amazon-cloudwatch-logs-user-guide--aws-logs-and-resource-policy--line-189-amazon-s3-bucket-se':
    'INVALID_ACCOUNT_IN_CONDITION POLICY_LOCKOUT',
  'docs-fragment--amazon-ec2-auto-scaling-user-guide--key-policy-requirements-ebs-encryp--line-101-example-2-key-polic':
    'POLICY_LOCKOUT',
  'docs-fragment--amazon-ec2-auto-scaling-user-guide--key-policy-requirements-ebs-encryp--line-121-example-2-key-polic':
    'POLICY_LOCKOUT',
  'docs-fragment--amazon-ec2-auto-scaling-user-guide--key-policy-requirements-ebs-encryp--line-52-example-1-key-policy':
    'POLICY_LOCKOUT',
  'docs-fragment--amazon-ec2-auto-scaling-user-guide--key-policy-requirements-ebs-encryp--line-72-example-1-key-policy':
    'POLICY_LOCKOUT',
  'docs-fragment--amazon-rds-user-guide--appendix-sqlserver-options-ssrs--line-443-using-ssrs-email-to':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs-fragment--amazon-rds-user-guide--user-exportsnapshot--line-226-using-a-cross-accou':
    'POLICY_LOCKOUT UNCONSTRAINED_CREATE_GRANT',
  'docs-fragment--amazon-s3-userguide--configure-inventory--line-75-granting-amazon-s3-p':
    'INVALID_ACCOUNT_IN_CONDITION POLICY_LOCKOUT',
  'docs-fragment--amazon-s3-userguide--replication-troubleshoot--line-70-troubleshooting-tips':
    'POLICY_LOCKOUT',
  'docs-fragment--amazon-s3-userguide--storage-lens-encrypt-permissions--line-23-using-an-aws-kms-key':
    'INVALID_ACCOUNT_IN_CONDITION POLICY_LOCKOUT',
  'docs-fragment--amazon-sns-developer-guide--sns-enable-encryption-for-topic-sq--line-23-step-1-to-create-a-c':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'docs-fragment--amazon-sns-developer-guide--sns-key-management--line-127-enable-compatibilit':
    'INVALID_ACCOUNT_IN_CONDITION POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--cloudtrail-copy-trail-to-lake-eds--line-153-kms-key-policy-for-':
    'INVALID_ACCOUNT_IN_CONDITION INVALID_PRINCIPAL POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-115-granting-encrypt-pe':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-147-granting-decrypt-pe':
    'INVALID_PRINCIPAL POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-166-granting-decrypt-pe':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-197-granting-decrypt-pe':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-222-allow-users-in-your':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-258-allow-users-of-a-bu':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-305-allow-users-in-a-di':
    'INVALID_PRINCIPAL POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-350-enable-cloudtrail-t':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-66-granting-encrypt-per':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-cloudtrail-user-guide--create-kms-key-policy-for-cloudtra--line-90-granting-encrypt-per':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--alias-access--line-103-kms-updatealias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--alias-access--line-141-kms-deletealias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--alias-access--line-33-kms-createalias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--alias-access--line-89-kms-updatealias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--alias-authorization--line-31-kms-requestalias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--concepts--line-500-encryption-context-': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1159-kms-messagetype': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1246-kms-primaryregion': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1278-kms-reencryptonsam': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-131-kms-calleraccount': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1311-kms-requestalias': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1445-kms-retiringprinci': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1481-kms-signingalgorit': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1515-kms-validto': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1547-kms-viaservice': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1576-kms-viaservice': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1706-kms-wrappingalgori': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-1740-kms-wrappingkeyspe': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-177-kms-datakeypairspec': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-219-kms-encryptionalgor': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-313-kms-encryptionconte': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-333-kms-encryptionconte': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-356-kms-encryptionconte': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-383-using-multiple-encr': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-402-using-multiple-encr': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-435-using-multiple-encr': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-462-using-multiple-encr': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-491-case-sensitivity-of': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-509-case-sensitivity-of': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-529-case-sensitivity-of': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-574-using-variables-in-': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-601-using-variables-in-': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-648-kms-encryptionconte': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-671-kms-encryptionconte': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-709-kms-expirationmodel': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-727-kms-expirationmodel': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-761-kms-grantconstraint': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-796-kms-grantisforawsre': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-835-kms-grantoperations':
    'POLICY_LOCKOUT UNCONSTRAINED_CREATE_GRANT',
  'docs-fragment--aws-kms-developer-guide--conditions-kms--line-873-kms-granteeprincipa': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-nitro-enclaves--line-25-kms-recipientattesta':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--conditions-nitro-enclaves--line-76-kms-recipientattesta':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--determining-access-key-policy--line-58-examining-the-key-po':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--determining-access-key-policy--line-77-examining-the-key-po':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--importing-keys--line-105-permissions-for-imp': 'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-172-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-217-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-236-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-253-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-274-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-default--line-329-allows-key-users-to':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-modifying-external-acco--line-168-creating-kms-keys-t':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-modifying-external-acco--line-190-creating-kms-keys-t':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-modifying-external-acco--line-63-step-1-add-a-key-pol':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-modifying-external-acco--line-91-step-1-add-a-key-pol':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--key-policy-services--line-25-using-encryption-con':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--multi-region-keys-auth--line-106-replicating-keys':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--multi-region-keys-auth--line-134-updating-the-primar':
    'POLICY_LOCKOUT',
  'docs-fragment--aws-kms-developer-guide--services-ses--line-57-giving-amazon-ses-pe': 'POLICY_LOCKOUT',
  'docs-fragment--aws-secrets-manager-docs--auth-and-access-examples-cross--line-31-permissions-to-aws-s':
    'INVALID_PRINCIPAL POLICY_LOCKOUT',
  'docs-fragment--iam-user-guide--access-analyzer-resources--line-71-aws-key-management-s': 'POLICY_LOCKOUT',
  'rcp--data-perimeter-policy-examples--identity-perimeter-rcp-2': 'INVALID_ORGANIZATION_IN_CONDITION',
  'rcp--landing-zone-accelerator-on-aws--confused-deputy-attack-2': 'INVALID_ORGANIZATION_IN_CONDITION',
  'real--aws-cf-templates--kms-key--key':
    'INVALID_SERVICE_PRINCIPAL_FORMAT PUBLIC_ACCESS RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL UNCONSTRAINED_CREATE_GRANT',
  'real--aws-cloudformation-templates--kms-admin': 'INVALID_PRINCIPAL',
  'real--aws-cloudformation-templates--kms-logs': 'POLICY_LOCKOUT',
  'real--aws-cloudformation-templates--kms-mwaa': 'POLICY_LOCKOUT',
  'real--aws-cloudformation-templates--kms-s3': 'POLICY_LOCKOUT',
  'real--aws-cloudformation-templates--log-setup-management-pkg--centraleventlogkey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-secure-environment-accelerator--acceleratorinstaller-template--artifactsbucketcmk69dd8b67':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-secure-environment-accelerator--awsaccelerator-installerstack--installerkey2a6a8c6d':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-baseline-using-terrafor--kms-key-policy':
    'INVALID_SERVICE_PRINCIPAL_FORMAT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---main--aws-kms-key-macie-delivery-k':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---main--kms-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---main--sra-secrets-key-policy':
    'INVALID_ORGANIZATION_IN_CONDITION STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  'real--aws-security-reference-architecture---sra-common-prerequisites-secrets-k--rsrasecretskey':
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  'real--aws-security-reference-architecture---sra-config-org-delivery-kms-key--rconfigdeliverykey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---sra-config-org-sns-kms-key--rconfigsnskey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---sra-guardduty-org-delivery-kms-key--rguarddutydeliverykey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---sra-kms-keys--sra-alarm-sns-key':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---sra-macie-org-delivery-kms-key--rmacieorgdeliverykey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-security-reference-architecture---sra-security-lake-org-kms-key--rsecuritylakekey':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--aws-snippets--kms-policy': 'INVALID_ORGANIZATION_IN_CONDITION',
  'real--cloudtrail-kms-policy-deep--kms-policy': 'INVALID_ACTION',
  'real--data-platform--10-aws-ec2--key-policy': 'UNCONSTRAINED_CREATE_GRANT',
  'real--data-platform--10-s3-bucket--key-policy': 'INVALID_PRINCIPAL_KEY UNCONSTRAINED_CREATE_GRANT',
  'real--data-platform--12-aws-kms-key--lambda-failure-notifications': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--data-platform--25-rds-to-s3-queue--rds-snapshot-to-s3-kms-key-p':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--data-platform--28-glue-error-notifications--admin-failure-notifications-':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--identity-terraform--main--guardduty-kms':
    'INVALID_CONDITION_KEY_FORMAT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--identity-terraform--main--kms': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--identity-terraform--main--ksk-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--innovation-sandbox-on-aws--snapshots-test-ts-2': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--innovation-sandbox-on-aws--snapshots-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--lambda-slack-birthday-bot--key-policy': 'INVALID_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--bootstrap-management--assetencryptionkey49ba7b12':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--bootstrap-stack-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--bucket-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--central-logs-bucket-key-policy-2':
    'INVALID_ORGANIZATION_IN_CONDITION POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--central-logs-bucket-key-policy':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--central-logs-buckets-test-ts':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--full-central-logs-bucket-key-polic':
    'INVALID_ORGANIZATION_IN_CONDITION RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--installer-container-stack-test-ts-2':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--installer-container-stack-test-ts':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--installer-test-ts-2': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--installer-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--key-stack-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--logging-stack-test-ts-11': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--logging-stack-test-ts-6':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--logging-stack-test-ts-8': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--logging-stack-test-ts-9': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--logging-stack-test-ts': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--prepare-stack-test-ts-2': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--landing-zone-accelerator-on-aws--security-audit-stack-test-ts':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--lc-sms-stack--kms-key-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--acm-pca--kms-acm': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--athena--athena-logging': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--guardduty-ec2-malware-protection--sns-kms-key-policy':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--ip-utilisation--aws-kms-key-ip-usage-sns-enc':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--logs-cloudtrail-s3-kms--kms-logging-cloudtrail':
    'INVALID_ORGANIZATION_IN_CONDITION RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  'real--modernisation-platform--logs-config-s3-kms--kms-config-logs': 'INVALID_ORGANIZATION_IN_CONDITION',
  'real--modernisation-platform--logs-r53-public-dns-kms--kms-r53-public-dns-logs-repl': 'INVALID_ACTION',
  'real--modernisation-platform--logs-r53-public-dns-kms--kms-r53-public-dns-logs':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--logs-r53-resolver-dns-firewall--r53-dns-firewall-kms-policy':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--logs-r53-resolver-kms--r53-resolver-logs-kms':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--logs-s3--logging-kms': 'INVALID_ORGANIZATION_IN_CONDITION',
  'real--modernisation-platform--logs-s3-sqs-sns--sns-kms-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--logs-waf-s3-kms--kms-logging-modernisation-pl':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  'real--modernisation-platform--main--kms-general': 'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--monitoring--aws-kms-key-vpc-flowlog-sns-':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--observability--moj-cur-reports-kms': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--modernisation-platform--s3--kms-state-bucket': 'INVALID_ORGANIZATION_IN_CONDITION',
  'real--modernisation-platform--vpn--sns-kms': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--notification-terraform--backup--backup-vault-kms': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--notification-terraform--kms--aws-kms-key-notification-can-2': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--notification-terraform--kms--aws-kms-key-notification-can': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--notification-terraform--kms--encrypted-kms-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--postgresql-audit--kms-key-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--terraform-aws-cloudtrail--main--cloudtrail-kms-policy-doc': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--terraform-aws-control-tower-account---log-key': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real--terraform-aws-efs--kms-policy': 'POLICY_LOCKOUT',
  'real--terraform-aws-kms--main--this':
    'INVALID_CONDITION_OPERATOR INVALID_PRINCIPAL RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL UNSUPPORTED_ELEMENT_COMBINATION',
  'real--terraform-aws-secure-baseline--main--cloudtrail-key-policy': 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--apiary-data-lake--apiary-kms-key-policy': 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'real-templated--aws-cloudformation-templates--kms-admin': 'DATA_TYPE_MISMATCH',
  'real-templated--aws-cloudformation-templates--kms-logs': 'DATA_TYPE_MISMATCH',
  'real-templated--aws-cloudformation-templates--kms-mwaa': 'DATA_TYPE_MISMATCH',
  'real-templated--aws-cloudformation-templates--kms-s3': 'DATA_TYPE_MISMATCH',
  'real-templated--aws-secure-environment-accelerator--key-policy-basic': 'INVALID_PRINCIPAL',
  'real-templated--aws-security-baseline-using-terrafor--kms-key-policy':
    'INVALID_PRINCIPAL INVALID_SERVICE_PRINCIPAL_FORMAT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--aws-security-reference-architecture---sra-kms-keys--sra-alarm-sns-key':
    'INVALID_PRINCIPAL RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--aws-security-reference-architecture---sra-kms-keys--sra-bedrock-guardrails-key':
    'INVALID_PRINCIPAL',
  'real-templated--cloudtrail-kms-policy-deep--kms-policy': 'INVALID_ACTION',
  'real-templated--landing-zone-accelerator-on-aws--applicationebs': 'DATA_TYPE_MISMATCH',
  'real-templated--landing-zone-accelerator-on-aws--central-logs-bucket-key-policy':
    'POLICY_LOCKOUT RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--landing-zone-accelerator-on-aws--full-central-logs-bucket-key-polic':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'real-templated--lc-sms-stack--kms-key-policy': 'INVALID_PRINCIPAL RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--postgresql-audit--kms-key-policy':
    'INVALID_PRINCIPAL RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  'real-templated--terraform-aws-control-tower-account---log-key':
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'real-templated--terraform-aws-efs--kms-policy': 'POLICY_LOCKOUT',
  'real-templated--terraform-aws-eks-vault--kms-policy': 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  'scanner-test--checkov--fail--aws-kms-key-fail-1': 'INVALID_PRINCIPAL_FORMAT',
  'scanner-test--checkov--fail--aws-kms-key-fail-2': 'PUBLIC_ACCESS',
  'scanner-test--checkov--fail--aws-kms-key-fail-4': 'PUBLIC_ACCESS',
  'scanner-test--checkov--kmskeywildcardprincipal-failed-aws--awswildcard': 'PUBLIC_ACCESS',
  'scanner-test--checkov--kmskeywildcardprincipal-failed-aws--awswildcardlist': 'PUBLIC_ACCESS',
  'scanner-test--checkov--kmskeywildcardprincipal-failed-wil--wildcard': 'PUBLIC_ACCESS',
  'scanner-test--checkov--kmskeywildcardprincipal-passed--deny': 'POLICY_LOCKOUT',
  'scanner-test--checkov--pass--aws-kms-key-pass-1': 'POLICY_LOCKOUT',
  'scanner-test--checkov--pass--aws-kms-key-pass-2': 'INVALID_PRINCIPAL_FORMAT',
  'scanner-test--checkov--pass--aws-kms-key-pass-3': 'INVALID_PRINCIPAL_FORMAT',
};
