import java.util.List;
import java.util.stream.Collectors;
import palantirfoundryaipagents.Client;

public class Program {
  public static void main(String[] args) {
    var agentRid = System.getenv("AGENT_RID");

    // guide
    var auth = new Client.Auth().bearer(System.getenv("TOKEN"));
    var client = new Client(new Client.Config().serverUrl(System.getenv("BASE_URL")).auth(auth));

    var preview = new Client.CreateSessionParams().preview(true);
    var created = client.createSession(agentRid, new Client.CreateSessionRequest(null), preview);
    System.out.println("created " + created.rid());

    var two = new Client.ListSessionsParams().preview(true).pageSize(2L);
    var first = client.listSessions(agentRid, two);
    var second = client.listSessions(agentRid, two.pageToken(first.nextPageToken()));
    // end of guide
    for (var page : List.of(first, second)) {
      var ids = page.data2().stream().map(Client.Session::rid).collect(Collectors.joining(" "));
      System.out.println("listed " + ids);
    }

    var get = new Client.GetSessionParams().preview(true);
    System.out.println("got " + client.getSession(agentRid, created.rid(), get).rid());

    // guide
    try {
      client.getSession(agentRid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", get);
    } catch (Client.ApiException error) {
      if (error.status != 404) throw error;
      System.out.println("refused " + Client.SessionNotFoundError.fromJson(error.body).errorName());
    }
    // end of guide
  }
}
