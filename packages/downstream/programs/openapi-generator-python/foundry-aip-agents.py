import os

import client
from client.exceptions import NotFoundException

agent_rid = os.environ["AGENT_RID"]

# guide
configuration = client.Configuration(host=os.environ["BASE_URL"], access_token=os.environ["TOKEN"])
sessions = client.SessionsApi(client.ApiClient(configuration))

created = sessions.create_session(agent_rid, preview=True, create_session_request=client.CreateSessionRequest())
print("created", created.rid)

first = sessions.list_sessions(agent_rid, preview=True, page_size=2)
second = sessions.list_sessions(agent_rid, preview=True, page_size=2, page_token=first.next_page_token)
# end of guide
for page in (first, second):
    print("listed", *(session.rid for session in page.data or []))

print("got", sessions.get_session(agent_rid, created.rid, preview=True).rid)

# guide
try:
    sessions.get_session(agent_rid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", preview=True)
except NotFoundException as error:
    print("refused", error.data.actual_instance.error_name)
# end of guide
