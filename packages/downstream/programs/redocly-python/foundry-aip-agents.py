import os

from client import ApiError, Client, CreateSessionRequest, SessionNotFoundError, decode

agent_rid = os.environ["AGENT_RID"]

# guide
client = Client(os.environ["BASE_URL"], auth={"bearer": os.environ["TOKEN"]})

created = client.create_session(agent_rid, CreateSessionRequest(), preview=True)
print("created", created.rid)

first = client.list_sessions(agent_rid, preview=True, page_size=2)
second = client.list_sessions(agent_rid, preview=True, page_size=2, page_token=first.next_page_token)
# end of guide
for page in (first, second):
    print("listed", *(session.rid for session in page.data or []))

print("got", client.get_session(agent_rid, created.rid, preview=True).rid)

# guide
try:
    client.get_session(agent_rid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", preview=True)
except ApiError as error:
    print("refused", decode(SessionNotFoundError, error.body).error_name)
# end of guide
