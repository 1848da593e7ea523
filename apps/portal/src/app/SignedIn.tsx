import { Navigate, Outlet, useLocation } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { Skeleton } from '../design/States.js';

/** Lets only signed-in people through; others sign in first and come back. */
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
  return <Outlet />;
}
