package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"example.org/program/client"
)

func main() {
	ctx, appId, envName := context.Background(), os.Getenv("APP_ID"), os.Getenv("ENV_NAME")

	key := client.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		request.Header.Set("x-api-key", os.Getenv("API_KEY"))
		return nil
	})
	platform, err := client.NewClientWithResponses(os.Getenv("BASE_URL"), key)
	check(err)

	created, err := platform.CreateAppSessionWithResponse(ctx, appId, envName, identified("userReference", "user_1"))
	check(err)
	session, err := created.JSON200.AsCreatedAppSession()
	check(err)
	fmt.Println("created", session.Session.SessionId)

	for _, offset := range []int{0, 20} {
		page, err := platform.ListAppSessionsWithResponse(ctx, appId, envName, client.ListAppSessionsRequest{Offset: &offset})
		check(err)
		fmt.Print("listed")
		for _, session := range page.JSON200.Sessions {
			fmt.Print(" ", session.SessionId)
		}
		fmt.Println()
	}

	nobody := identified("sessionId", "s-00000000-0000-0000-0000-000000000000")
	missing, err := platform.CreateAppSessionWithResponse(ctx, appId, envName, nobody)
	check(err)
	if missing.JSON404 != nil {
		message, err := missing.JSON404.Message.AsErrorBodyMessage0()
		check(err)
		fmt.Println("refused", message)
	}
}

func identified(kind, value string) client.CreateAppSessionRequest {
	return client.CreateAppSessionRequest{SessionIdentity: []client.SessionIdentity{{Type: kind, Value: value}}}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
