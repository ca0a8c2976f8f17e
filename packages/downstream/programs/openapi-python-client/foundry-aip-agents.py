import os

from client import AuthenticatedClient
from client.api.sessions import create_session, get_session, list_sessions
from client.models import CreateSessionRequest, ListSessionsResponse, Session, SessionNotFoundError

agent_rid = os.environ["AGENT_RID"]

# guide
client = AuthenticatedClient(base_url=os.environ["BASE_URL"], token=os.environ["TOKEN"])

created = create_session.sync(agent_rid, client=client, body=CreateSessionRequest(), preview=True)
assert isinstance(created, Session)
print("created", created.rid)

first = list_sessions.sync(agent_rid, client=client, preview=True, page_size=2)
assert isinstance(first, ListSessionsResponse)
second = list_sessions.sync(agent_rid, client=client, preview=True, page_size=2, page_token=first.next_page_token)
# end of guide
assert isinstance(second, ListSessionsResponse)
for page in (first, second):
    print("listed", *(session.rid for session in page.data or []))

got = get_session.sync(agent_rid, created.rid, client=client, preview=True)
assert isinstance(got, Session)
print("got", got.rid)

# guide
none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000"
missing = get_session.sync(agent_rid, none, client=client, preview=True)
if isinstance(missing, SessionNotFoundError):
    print("refused", missing.error_name)
# end of guide
