import os

from client import ApiError, Client, ErrorBody, SessionFilter, decode

bot_id = os.environ["BOT_ID"]
client = Client(os.environ["BASE_URL"], auth={"api_key": {"jwt": os.environ["TOKEN"]}})

ids = []
for skip in (0, 2):
    page = client.get_bot_sessions(bot_id, SessionFilter(skip=skip, limit=2))
    ids += [session.session_id for session in page.sessions]
    print("listed", *ids[skip:])

found = client.get_bot_sessions(bot_id, SessionFilter(session_id=ids[:1]))
print("got", *(session.session_id for session in found.sessions))

try:
    client.get_bot_sessions(bot_id, SessionFilter(date_from="2020-01-01", date_to="2020-02-01"))
except ApiError as error:
    print("refused", *(item.msg for item in decode(ErrorBody, error.body).errors or []))
