/** Finds the deployment a URL asks for and decides whether this user may call it (help page section_4618456517). */
import type { User } from './entities';
import { RestletError } from './restlet-error';
import type { RestletDeployment } from './suiteapp-objects';

const notThere = (): RestletError =>
  new RestletError(
    404,
    'SSS_INVALID_SCRIPTLET_ID',
    'That Suitelet is invalid, disabled, or no longer exists.',
  );

/** `script` and `deploy` may each be the script id or the number. */
function isAskedFor(deployment: RestletDeployment, script: string, deploy: string): boolean {
  return (
    [deployment.scriptId, deployment.scriptNumber].includes(script.toLowerCase()) &&
    [deployment.deploymentId, deployment.deploymentNumber].includes(deploy.toLowerCase())
  );
}

function isInAudience(deployment: RestletDeployment, user: User): boolean {
  return (
    deployment.allRoles ||
    deployment.allEmployees ||
    deployment.roles.includes(user.roleScriptId.toLowerCase())
  );
}

/** @throws RestletError 404 when there is no such deployment, 403 when it is not for this user. */
export function deploymentFor(
  deployments: readonly RestletDeployment[],
  asked: { readonly script: string; readonly deploy: string; readonly user: User },
): RestletDeployment {
  const deployment = deployments.find((each) => isAskedFor(each, asked.script, asked.deploy));
  if (deployment === undefined || !deployment.isDeployed) throw notThere();
  // In status Testing only the owner of the script can call it; who installed the SuiteApp is an administrator.
  if (!deployment.isReleased && asked.user.permissions !== 'administrator') throw notThere();
  if (!isInAudience(deployment, asked.user)) {
    throw new RestletError(403, 'INSUFFICIENT_PERMISSION', 'You do not have privileges to view this page.');
  }
  return deployment;
}
