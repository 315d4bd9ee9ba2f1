// Policies that AWS itself attaches, or that change nothing: what new documents start with.

/** Allows nothing yet, and is a policy already. */
export const EMPTY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": []
}`;

/** The service control policy that AWS attaches to every root, OU and account; as a boundary it limits nothing. */
export const FULL_AWS_ACCESS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

/** The policy of a VPC endpoint that was given none. */
export const FULL_ENDPOINT_ACCESS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;
