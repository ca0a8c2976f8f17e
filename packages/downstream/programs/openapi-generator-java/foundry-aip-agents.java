import client.ApiClient;
import client.ApiException;
import client.JSON;
import client.api.SessionsApi;
import client.model.CreateSessionRequest;
import client.model.ListSessionsResponse;
import client.model.Session;
import client.model.SessionNotFoundError;
import java.util.List;
import java.util.stream.Collectors;

public class Program {
  public static void main(String[] args) throws Exception {
    var agentRid = System.getenv("AGENT_RID");

    // guide
    var token = "Bearer " + System.getenv("TOKEN");
    var http = new ApiClient();
    http.updateBaseUri(System.getenv("BASE_URL"));
    http.setRequestInterceptor(request -> request.header("Authorization", token));
    var sessions = new SessionsApi(http);

    Session created = sessions.createSession(agentRid, true, new CreateSessionRequest());
    System.out.println("created " + created.getRid());

    ListSessionsResponse first = sessions.listSessions(agentRid, 2, null, true);
    ListSessionsResponse second = sessions.listSessions(agentRid, 2, first.getNextPageToken(), true);
    // end of guide
    for (var page : List.of(first, second)) {
      System.out.println("listed " + page.getData().stream().map(Session::getRid).collect(Collectors.joining(" ")));
    }

    System.out.println("got " + sessions.getSession(agentRid, created.getRid(), true).getRid());

    // guide
    try {
      sessions.getSession(agentRid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", true);
    } catch (ApiException error) {
      if (error.getCode() != 404) throw error;
      var reason = JSON.getDefault().getMapper().readValue(error.getResponseBody(), SessionNotFoundError.class);
      System.out.println("refused " + reason.getErrorName());
    }
    // end of guide
  }
}
