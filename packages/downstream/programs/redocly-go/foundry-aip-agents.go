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
	ctx, agentRid := context.Background(), os.Getenv("AGENT_RID")

	// guide
	token := func() string { return os.Getenv("TOKEN") }
	foundry := client.New(client.Config{ServerURL: os.Getenv("BASE_URL"), Auth: client.Auth{Bearer: token}})
	preview, size := true, int64(2)

	created, err := foundry.CreateSession(ctx, agentRid, client.CreateSessionRequest{}, &client.CreateSessionParams{Preview: &preview})
	check(err)
	fmt.Println("created", created.Rid)

	page := client.ListSessionsParams{Preview: &preview, PageSize: &size}
	first, err := foundry.ListSessions(ctx, agentRid, &page)
	check(err)
	page.PageToken = first.NextPageToken
	second, err := foundry.ListSessions(ctx, agentRid, &page)
	check(err)
	// end of guide
	for _, page := range []client.ListSessionsResponse{first, second} {
		fmt.Print("listed")
		for _, session := range page.Data {
			fmt.Print(" ", session.Rid)
		}
		fmt.Println()
	}

	get := client.GetSessionParams{Preview: &preview}
	got, err := foundry.GetSession(ctx, agentRid, created.Rid, &get)
	check(err)
	fmt.Println("got", got.Rid)

	// guide
	_, err = foundry.GetSession(ctx, agentRid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", &get)
	var refusal *client.APIError
	if errors.As(err, &refusal) && refusal.Status == 404 {
		var reason client.SessionNotFoundError
		check(decode(refusal.Body, &reason))
		fmt.Println("refused", reason.ErrorName)
	}
	// end of guide
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
