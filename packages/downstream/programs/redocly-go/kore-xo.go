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
	ctx, botId := context.Background(), os.Getenv("BOT_ID")

	token := map[string]func() string{"jwt": func() string { return os.Getenv("TOKEN") }}
	xo := client.New(client.Config{ServerURL: os.Getenv("BASE_URL"), Auth: client.Auth{APIKey: token}})

	limit := int64(2)
	var ids []string
	for _, skip := range []int64{0, 2} {
		page, err := xo.GetBotSessions(ctx, botId, client.SessionFilter{Skip: &skip, Limit: &limit}, nil)
		check(err)
		fmt.Print("listed")
		for _, session := range page.Sessions {
			ids = append(ids, session.SessionId)
			fmt.Print(" ", session.SessionId)
		}
		fmt.Println()
	}

	found, err := xo.GetBotSessions(ctx, botId, client.SessionFilter{SessionId: ids[:1]}, nil)
	check(err)
	for _, session := range found.Sessions {
		fmt.Println("got", session.SessionId)
	}

	from, to := "2020-01-01", "2020-02-01"
	_, err = xo.GetBotSessions(ctx, botId, client.SessionFilter{DateFrom: &from, DateTo: &to}, nil)
	var refusal *client.APIError
	if errors.As(err, &refusal) && refusal.Status == 400 {
		var reason client.ErrorBody
		check(decode(refusal.Body, &reason))
		fmt.Println("refused", *reason.Errors[0].Msg)
	}
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
