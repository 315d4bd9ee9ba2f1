import { Code } from '#kit/Code.tsx';
import list from './listPane.module.css';

/** What AWS attaches by itself, and whom nothing of this binds. */
export function OrganizationHelp() {
  return (
    <p className={list.help}>
      Once SCPs are on, the root, every OU and the account each need an SCP that allows: AWS attaches{' '}
      <Code>FullAWSAccess</Code> to all of them, and where it is taken off, nothing is allowed at that level
      and below. <Code>RCPFullAWSAccess</Code> is always attached and cannot be taken off, so of RCPs only the
      Denies are written here. SCPs bear on the caller’s account, RCPs on the key’s. The management account
      and service-linked roles are bound by neither.
    </p>
  );
}
