package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"example.org/program/client"
)

func main() {
	ctx, appId, envName := context.Background(), os.Getenv("APP_ID"), os.Getenv("ENV_NAME")

	key := map[string]func() string{"apiKey": func() string { return os.Getenv("API_KEY") }}
	platform := client.New(client.Config{ServerURL: os.Getenv("BASE_URL"), Auth: client.Auth{APIKey: key}})

	created, err := platform.CreateAppSession(ctx, appId, envName, identified("userReference", "user_1"))
	check(err)
	var session client.CreatedAppSession
	check(decode(created, &session))
	fmt.Println("created", session.Session.SessionId)

	for _, offset := range []int64{0, 20} {
		page, err := platform.ListAppSessions(ctx, appId, envName, client.ListAppSessionsRequest{Offset: &offset})
		check(err)
		fmt.Print("listed")
		for _, session := range page.Sessions {
			fmt.Print(" ", session.SessionId)
		}
		fmt.Println()
	}

	_, err = platform.CreateAppSession(ctx, appId, envName, identified("sessionId", "s-00000000-0000-0000-0000-000000000000"))
	var refusal *client.APIError
	if errors.As(err, &refusal) && refusal.Status == 404 {
		var reason client.ErrorBody
		check(decode(refusal.Body, &reason))
		fmt.Println("refused", reason.Message)
	}
}

func identified(kind, value string) client.CreateAppSessionRequest {
	return client.CreateAppSessionRequest{SessionIdentity: []client.SessionIdentity{{Type_: kind, Value: value}}}
}

// decode gives a body that the client left untyped its type.
func decode(body any, target any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, target)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
