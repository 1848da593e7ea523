import { Navigate, Outlet, useLocation } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { Skeleton } from '../design/States.js';

const SET_UP = '/account/second-factor';

/** Lets only signed-in people through, once the second factor that their role asks for is on; others see to it and come back. */
export function SignedIn() {
  const { viewer, loading } = useViewer();
  const { pathname, search } = useLocation();
  if (loading)
    return (
      <div className="wrap">
        <Skeleton />
      </div>
    );
  if (!viewer) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (viewer.secondFactorDue && pathname !== SET_UP)
    return <Navigate to={`${SET_UP}?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Outlet />;
}
